using System.Buffers;
using Onus.Domain.Evidence;
using Onus.Ingest.Reading;

// The reading process: reads ONE file that may be hostile and prints its records, one a line, and last the summary. It is started by ReadingProcess with
// limits, without environment and, where it can be, without network and file system. What kills it ends one reading, nothing else.
// It also looks up one place for a viewer (PlaceProcess): "layout FILE PAGE", "paragraph FILE NUMBER" and "comment FILE NUMBER".
if (args is [var verb, var place, var number] && PlaceProcess.Answer(verb, place, number) is { } answer)
{
    await Console.Out.WriteAsync(answer);
    return answer.Length == 0 ? 1 : 0;
}

if (args is not ["read", var path])
{
    await Console.Error.WriteLineAsync("Onus.Ingest read FILE   (name and decisions as one JSON object on standard input)");
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
