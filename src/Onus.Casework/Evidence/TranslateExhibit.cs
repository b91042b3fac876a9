using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Evidence;

/// <summary>Writes down what the cited words of an exhibit mean, and by whom. What stood there before stays in the log.</summary>
public sealed class TranslateExhibit(OnusStore store)
{
    /// <summary>What to write down.</summary>
    /// <param name="Case">Short name of the case.</param>
    /// <param name="Number">Number of the exhibit.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Translation">The translation and whose it is; without words it is taken back.</param>
    public sealed record Command(string Case, int Number, int Version, Interpreting Translation);

    /// <summary>Writes it down.</summary>
    /// <returns>
    /// <c>cases.not-found</c>, <c>exhibits.not-found</c>, <c>translations.by-missing</c>, <c>translations.by-unknown</c>, <c>exhibits.privileged-counsel</c> where its words are kept from the actor, <c>exhibits.fallen-counsel</c>, <c>exhibits.struck-counsel</c>, <c>rows.changed-meanwhile</c>.
    /// </returns>
    public Task<Result<ExhibitId>> Handle(Command command, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(command);
        return store.Do<ExhibitId>(Acts.ExhibitTranslated, command.Case, actor, async (work, found) =>
        {
            var exhibit = await work.Db.Exhibits.FirstOrDefaultAsync(e => e.CaseId == found.Id && e.Number == command.Number, cancel);
            if (exhibit is null)
            {
                return Error.NotFound("exhibits.not-found");
            }

            if (exhibit.Version != command.Version)
            {
                return Error.Conflict("rows.changed-meanwhile");
            }

            if ((await WithheldFrom.Actor(work, found.Id, cancel)).Exhibits.Contains(exhibit.Id))
            {
                return Error.Invalid("exhibits.privileged-counsel");
            }

            var material = await work.Db.Materials.FirstOrDefaultAsync(m => m.CaseId == found.Id && m.Id == exhibit.Material, cancel);
            var translated = await command.Translation.On(exhibit, material, work, cancel);
            if (translated.Error is { } error)
            {
                return error;
            }

            // What is read anew or withdrawn meanwhile is not what was translated.
            if (material is not null)
            {
                work.RestsOn(material);
            }

            work.Change(exhibit, translated.Value);
            return exhibit.Id;
        }, cancel);
    }
}
