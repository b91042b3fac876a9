using System.CommandLine;
using Onus.Cli.Verbs;

namespace Onus.Cli;

/// <summary>The exit codes of every verb.</summary>
public static class Exit
{
    /// <summary>Done; an unwelcome answer is an answer.</summary>
    public const int Done = 0;

    /// <summary>The input is invalid or needs a decision.</summary>
    public const int Invalid = 1;

    /// <summary>It cannot be done: bad arguments, unreadable input.</summary>
    public const int Cannot = 2;
}

/// <summary>The command line: each verb is one file in <c>Verbs</c> and one line here.</summary>
public static class CommandLine
{
    /// <summary>Runs one command and gives its exit code.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="output">Receives the answer, and nothing else when <c>--json</c> is given. Verbs find it in <see cref="ParseResult.InvocationConfiguration"/>.</param>
    /// <param name="error">Receives messages.</param>
    public static async Task<int> Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        var root = new RootCommand("Onus: what still holds if this falls?");
        root.Subcommands.Add(Group("proof", "The proof engine.", ProofCheck.Build()));
        root.Subcommands.Add(LawCheck.Build());
        root.Subcommands.Add(ContentVerbs.Build());
        root.Subcommands.Add(Read.Build());
        root.Subcommands.Add(Import.Build());
        root.Subcommands.Add(Verify.Build());
        root.Subcommands.Add(CaseVerbs.Build());

        var parsed = root.Parse(args);
        if (parsed.Errors is [var fault, ..])
        {
            await error.WriteLineAsync(fault.Message);
            return Exit.Cannot;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
    }

    private static Command Group(string name, string description, params ReadOnlySpan<Command> verbs)
    {
        var group = new Command(name, description);
        foreach (var verb in verbs)
        {
            group.Subcommands.Add(verb);
        }

        return group;
    }
}
