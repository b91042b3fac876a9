using Onus.Cli;

// UTF-8 without a byte order mark, whatever the terminal prefers: what is printed may be another program's input.
await using var output = new StreamWriter(Console.OpenStandardOutput());
return await CommandLine.Run(args, output, Console.Error);
