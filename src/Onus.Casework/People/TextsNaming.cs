using Microsoft.EntityFrameworkCore;
using Onus.Casework.Cases;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.People;

/// <summary>What kind of text names somebody.</summary>
public enum NamingKind
{
    /// <summary>Not stated; never given.</summary>
    Unknown = 0,

    /// <summary>The sentence of a fact.</summary>
    Fact,

    /// <summary>The name of a foundation.</summary>
    Foundation,

    /// <summary>The title of an exhibit.</summary>
    Exhibit,

    /// <summary>From whom a file is.</summary>
    File,

    /// <summary>A request, or counsel's reason for it.</summary>
    Request,

    /// <summary>What a holder will delete.</summary>
    Clock,

    /// <summary>A challenge or an answer.</summary>
    Challenge,

    /// <summary>The title of a file.</summary>
    FileTitle,
}

/// <summary>A text that names somebody.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">The row's id, or the number of an exhibit or request, as addresses have it.</param>
/// <param name="Text">The text.</param>
public sealed record NamingText(NamingKind Kind, string Key, string Text);

/// <summary>Finds the texts of a case, as far as the actor may see them, that name somebody by one of some names. What they quote is not looked at.</summary>
internal static class TextsNaming
{
    internal static async Task<IReadOnlyList<NamingText>> Of(UnitOfWork work, CaseId id, IReadOnlyCollection<string> names, CancellationToken cancel) =>
        names.Count == 0 ? [] : [.. (await All(work, id, cancel)).Where(text => QuotedParts.Own(text.Text) is var own && names.Any(name => FoldedName.Names(own, name)))];

    /// <summary>Those that name a survivor by what papers and the page of a file take for a name of hers: a spelling of the files, or a word of one that can be a name.</summary>
    internal static async Task<IReadOnlyList<NamingText>> Of(UnitOfWork work, Person survivor, IReadOnlyCollection<Person> people, Texts texts, CancellationToken cancel)
    {
        var (all, hers) = (KnownNames.Of(people, texts), KnownNames.Of([survivor], texts));
        var titles = (await work.Db.Materials.Where(m => m.CaseId == survivor.CaseId).Select(m => new { m.Title, m.Name }).ToListAsync(cancel)).SelectMany(m => new[] { m.Title, m.Name }).ToHashSet(StringComparer.Ordinal);
        return [.. (await All(work, survivor.CaseId, cancel)).Where(text => Bears(text.Kind == NamingKind.FileTitle ? text.Text : QuotedParts.Outside(text.Text, own => own, Title)))];

        // What several bear may be hers.
        bool Bears(string text)
        {
            var found = false;
            all.Replace(text, who => { found |= who is null ? hers.AreIn(text) : who.Id == survivor.Id; return ""; });
            return found;
        }

        // The title of a file stands in quotation marks and is no evidence.
        string Title(string quoted) => titles.Contains(quoted[1..^1]) ? quoted : " ";
    }

    private static async Task<IReadOnlyList<NamingText>> All(UnitOfWork work, CaseId id, CancellationToken cancel)
    {
        var db = work.Db;
        var requests = await db.Requests.Where(r => r.CaseId == id).OrderBy(r => r.Number).ToListAsync(cancel);
        var withheld = await WithheldFrom.Actor(work, id, cancel);
        var files = await db.Materials.Where(m => m.CaseId == id).ToListAsync(cancel);
        var reasons = (await db.RequestReasons.Where(r => r.CaseId == id).ToListAsync(cancel)).ToLookup(r => r.Request, r => r.Why);
        IEnumerable<NamingText> all =
        [
            .. (await db.Facts.Where(f => f.CaseId == id).ToListAsync(cancel)).Select(f => withheld.From(f, WithheldWords.Omitted)).Select(f => new NamingText(NamingKind.Fact, f.Id.Value.ToString(), f.Sentence)),
            .. (await db.Foundations.Where(f => f.CaseId == id).ToListAsync(cancel)).SelectMany(f => new[] { f.Label, f.TakenBack is { } note ? Joined([note.SaidBy, note.SaidTo, note.Decided ?? ""]) : "" }
                .Where(text => text.Length > 0).Select(text => new NamingText(NamingKind.Foundation, f.Id.Value.ToString(), text))),
            .. (await db.Exhibits.Where(e => e.CaseId == id).OrderBy(e => e.Number).ToListAsync(cancel)).Select(e => withheld.From(e, files, WithheldWords.Omitted)).Select(e => new NamingText(NamingKind.Exhibit, Plain(e.Number), e.Title)),
            .. files.SelectMany(m => new NamingText[]
                { new(NamingKind.File, m.Id.Value.ToString(), m.From), new(NamingKind.FileTitle, m.Id.Value.ToString(), m.Title) }),
            .. requests.Select(r => new NamingText(NamingKind.Request, Plain(r.Number), Joined([r.To, r.What, r.Authority, r.Why, r.Spares, .. reasons[r.Id]]))),
            .. (await db.Retention.Where(r => r.CaseId == id).ToListAsync(cancel)).Select(r => new NamingText(NamingKind.Clock, r.Id.ToString(), Joined([r.What, r.Why]))),
            .. (await db.Challenges.Where(c => c.CaseId == id).ToListAsync(cancel)).Select(c => new NamingText(NamingKind.Challenge, c.Id.Value.ToString(), c.Text)),
        ];
        return [.. all];
    }

    private static string Joined(IEnumerable<string> parts) => string.Join(" · ", parts.Where(part => part.Length > 0));

    private static string Plain(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
