using System.Buffers;
using Onus.Domain.Evidence;
using Onus.Ingest.Reading;

// The reading process: reads ONE file that may be hostile and prints its records, one a line, and last the summary. It is started by ReadingProcess with
// limits, without environment and, where it can be, without network and file system. What kills it ends one reading, nothing else.
// It also looks up places (PlaceProcess): "layout FILE PAGE"; "lines FILE AROUND" and "check FILE 0" read the character set and citations from standard input. "unpack FILE" takes the files out of a ZIP, "take-out FILE" those that are no part of what it is read as (UnpackProcess); its name stands on standard input.
if (args is [var verb, var place, var number])
{
    await using var said = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false), 64 * 1024);
    using var asked = new StreamReader(Console.OpenStandardInput(), System.Text.Encoding.UTF8);
    return PlaceProcess.Answer(verb, place, number, asked, said);
}

if (args is [UnpackProcess.Folder or UnpackProcess.Found, var zip])
{
    await using var files = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
    UnpackProcess.Answer(args[0], zip, await Console.In.ReadToEndAsync(), files);
    return 0;
}

if (args is not ["read", var path])
{
    await Console.Error.WriteLineAsync("Onus.Reader read FILE   (name and decisions as one JSON object on standard input)");
    return 2;
}

if (!ReadOptionsJson.TryRead(await Console.In.ReadToEndAsync(), out var name, out var options))
{
    await Console.Error.WriteLineAsync("Standard input is not the JSON object of name and decisions.");
    return 2;
}

await using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
var line = new ArrayBufferWriter<byte>(4096);
var summary = FileReader.Read(path, name, options, record =>
{
    line.ResetWrittenCount();
    RecordJson.Write(line, record);
    line.Write("\n"u8);
    output.Write(line.WrittenSpan);
});
line.ResetWrittenCount();
RecordJson.Write(line, summary);
line.Write("\n"u8);
await output.WriteAsync(line.WrittenMemory);
await output.FlushAsync();
return summary.ExitCode;
