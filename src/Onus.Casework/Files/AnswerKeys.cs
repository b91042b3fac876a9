using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Files;

/// <summary>What the words of an answers file stand for in a case.</summary>
/// <param name="People">People by key.</param>
/// <param name="Foundations">Foundations by key.</param>
/// <param name="Profiles">Names of saved column profiles by the name of their file.</param>
public sealed record AnswerKeys(
    IReadOnlyDictionary<string, PersonId> People,
    IReadOnlyDictionary<string, FoundationId> Foundations,
    IReadOnlyDictionary<string, string> Profiles)
{
    private static readonly (string Word, FoundationKind Kind)[] WithoutPaper = [("handed-over", FoundationKind.HandedOver), ("public", FoundationKind.PublicSource)];

    /// <summary>
    /// The keys of a case: every pseudonym and label stands for itself and, in lower case with dashes for what is no letter or digit, as a key.
    /// </summary>
    public static AnswerKeys Of(CaseSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new AnswerKeys(
            Both(snapshot.People.Select(p => (p.Pseudonym, p.Id))),
            Both(snapshot.Foundations.Select(f => (f.Label, f.Id))),
            new Dictionary<string, string>(StringComparer.Ordinal));
    }

    /// <summary>A name as a key: "Survivor B" is <c>survivor-b</c>.</summary>
    public static string KeyOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Join('-', new string([.. name.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The answers of an entry, without the files.</summary>
    /// <returns><c>import.key-unknown</c> with file and line, where it names a foundation that the case does not have.</returns>
    internal async Task<Result<AnswerQuestions.Command>> Command(
        OnusStore store, string reference, FileAnswer entry, string path, Actor actor, Texts texts, CancellationToken cancel)
    {
        var named = entry.Factual.Concat(entry.Translated is { } t ? [t] : []);
        var (obtained, added) = await Obtained(store, reference, entry, actor, texts, cancel);
        if (named.FirstOrDefault(key => !Foundations.ContainsKey(key)) is { } unknown || (unknown = obtained is null && added is null ? entry.Obtained : null) is not null)
        {
            return Error.Invalid(
                "import.key-unknown", ("place", string.Create(CultureInfo.InvariantCulture, $"{path}, line {entry.Line}")), ("key", unknown));
        }

        return new AnswerQuestions.Command
        {
            Case = reference,
            Files = [],
            FromPerson = People.TryGetValue(entry.From, out var person) ? person : null,
            From = People.ContainsKey(entry.From) ? "" : entry.From,
            Title = entry.Title,
            Statement = entry.Statement,
            Obtained = obtained,
            ObtainedNew = added,
            Translated = entry.Translated is { } interpreter ? Foundations[interpreter] : null,
            Factual = [.. entry.Factual.Select(key => Foundations[key])],
            ScopeFrom = entry.ScopeFrom,
            ScopeTo = entry.ScopeTo,
            ScopePeople = entry.ScopePeople,
        };
    }

    /// <summary>
    /// A foundation by key; or, for a hand-over or a public source without a paper, the one that the case has for its giver or place, or a new one. Two
    /// givers do not stand and fall together.
    /// </summary>
    private async Task<(FoundationId? Known, AnswerQuestions.NewFoundation? Added)> Obtained(
        OnusStore store, string reference, FileAnswer entry, Actor actor, Texts texts, CancellationToken cancel)
    {
        if (Foundations.TryGetValue(entry.Obtained, out var known))
        {
            return (known, null);
        }

        if (WithoutPaper.FirstOrDefault(w => w.Word == entry.Obtained) is not { Word: not null } plain)
        {
            return (null, null);
        }

        await using var work = store.Begin(actor);
        var giver = People.TryGetValue(entry.From, out var id) ? await work.Db.People.FirstOrDefaultAsync(person => person.Id == id, cancel) : null;
        var whose = plain.Kind == FoundationKind.HandedOver ? giver?.Id : null;
        var label = texts.Format(plain.Kind == FoundationKind.HandedOver ? "files.given" : "files.open-to-everyone", ("name", giver?.Pseudonym ?? entry.From.Trim()));
        var there = (await (
            from foundation in work.Db.Foundations
            join of in work.Db.Cases on foundation.CaseId equals of.Id
            where of.Ref == reference && foundation.Kind == plain.Kind && foundation.Label == label
            select foundation).ToListAsync(cancel)).Find(foundation => (foundation.Person ?? foundation.Whose) == whose);
        return there is not null ? (there.Id, null) : (null, new AnswerQuestions.NewFoundation(plain.Kind, label, whose));
    }

    private static Dictionary<string, T> Both<T>(IEnumerable<(string Name, T Id)> names)
    {
        var keys = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (name, id) in names)
        {
            keys.TryAdd(name, id);
            keys.TryAdd(KeyOf(name), id);
        }

        return keys;
    }
}
