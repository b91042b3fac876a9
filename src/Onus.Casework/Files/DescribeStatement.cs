using Microsoft.EntityFrameworkCore;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Files;

/// <summary>Says how a statement was taken: on oath or not, read back or not, in which language, through whom and under which oath of theirs.</summary>
public sealed class DescribeStatement(OnusStore store)
{
    /// <summary>What to say.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="File">The file that holds the statement.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Taken">How it was taken.</param>
    public sealed record Command(string Case, MaterialId File, int Version, StatementTaken Taken);

    /// <summary>Records it.</summary>
    /// <returns><c>files.not-found</c>, <c>files.statement.none</c>, <c>files.statement.interpreter-missing</c>, <c>people.not-found</c>, <c>rows.changed-meanwhile</c>.</returns>
    public Task<Result<Material>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<Material>(Acts.StatementDescribed, command.Case, actor, async (work, found) =>
        {
            var file = await work.Db.Materials.FirstOrDefaultAsync(m => m.CaseId == found.Id && m.Id == command.File, cancel);
            if (file is null)
            {
                return Error.NotFound("files.not-found");
            }

            if (!file.Statement)
            {
                return Error.Invalid("files.statement.none");
            }

            var taken = command.Taken with { Language = command.Taken.Language.Trim() };
            if (taken is { Interpreter: null, InterpreterSworn: not null })
            {
                return Error.Invalid("files.statement.interpreter-missing");
            }

            if (taken.Interpreter is { } who && !await work.Db.People.AnyAsync(person => person.CaseId == file.CaseId && person.Id == who, cancel))
            {
                return Error.NotFound("people.not-found");
            }

            if (file.Version != command.Version)
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            var after = work.Change(file, file with { Taken = taken });
            work.Tell(new { file = file.Id });
            return after;
        }, cancel);
    }
}
