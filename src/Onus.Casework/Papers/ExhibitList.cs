using Onus.Casework.Cases;
using Onus.Casework.Disclosure;
using Onus.Casework.Documents;
using Onus.Casework.Evidence;
using Onus.Content;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Papers;

/// <summary>The list of exhibits: number, what it is, where it stands in which file, where it comes from, and the hash that proves it.</summary>
public sealed class ExhibitList(OnusStore store, LawPacks law, Texts texts) : CasePaper
{
    /// <inheritdoc/>
    public override string Kind => "exhibit-list";

    /// <inheritdoc/>
    public override string Title => "exhibit-list.title";

    /// <inheritdoc/>
    public override CompartmentKind In => CompartmentKind.Record;

    /// <summary>Makes the list.</summary>
    /// <returns><c>cases.not-found</c>.</returns>
    public override async Task<Result<PrintDocument>> Handle(string reference, Actor actor, CancellationToken cancel)
    {
        await using var work = store.Begin(actor);
        var loaded = await LoadCase.Of(work, reference, cancel);
        if (loaded.Error is { } error)
        {
            return error;
        }

        var snapshot = loaded.Value;
        // To whoever does not see the record, an empty list would say that there is nothing.
        if (!actor.MaySee(snapshot.Case.Id, CompartmentKind.Record))
        {
            return Error.NotFound("cases.not-found", ("case", reference));
        }

        var court = await CourtWords.Of(work, snapshot, law, texts, cancel);
        var withheld = await Withheld.Exhibits(work, snapshot, cancel);
        var (outside, unseen) = (Withheld.Outside(snapshot), Withheld.Unseen(snapshot));
        var gone = await TakenBack(work, snapshot, cancel);
        var rows = snapshot.Exhibits.Except(gone).Select(exhibit => Row(exhibit, snapshot, court, withheld.Contains(exhibit.Id) ? "papers.withheld" : outside.Contains(exhibit.Id) ? "papers.outside" : unseen.Contains(exhibit.Id) ? "papers.unseen" : null)).ToList();
        var blocks = new List<PrintBlock>
        {
            new PrintParagraph(texts.Format("exhibit-list.lede", ("count", rows.Count))),
        };
        if (rows.Count > 0)
        {
            blocks.Add(new PrintTable(
                [
                    new PrintColumn(texts["exhibit-list.number"], 0.7),
                    new PrintColumn(texts["exhibit-list.what"], 3),
                    new PrintColumn(texts["exhibit-list.where"], 2),
                    new PrintColumn(texts["exhibit-list.obtained"], 2),
                    new PrintColumn(texts["exhibit-list.hash"], 1.4),
                ],
                rows));
            blocks.Add(new PrintNote(texts["exhibit-list.claim"]));
        }

        if (gone.Count > 0)
        {
            blocks.Add(new PrintNote(texts.Format("exhibit-list.taken-back", ("exhibits", string.Join(", ", gone.Select(exhibit => FormattableString.Invariant($"EX-{exhibit.Number}")))), ("count", gone.Count))));
        }

        return PaperFrame.Of(texts["exhibit-list.title"], blocks, snapshot.Case, work.Now, texts, PaperNames.Of(snapshot, texts, court), court, header: null);
    }

    // What was cited by mistake, and every citation of which was taken back, is not put before a court; that its number is missing is said.
    private static async Task<List<Exhibit>> TakenBack(UnitOfWork work, CaseSnapshot snapshot, CancellationToken cancel)
    {
        var told = await work.Db.Told<ExhibitTie>(snapshot.Case.Id, [Acts.CitationTakenBack], after: -1, cancel);
        var gone = told.Where(row => row.After is null).Select(row => new ExhibitId(Guid.Parse((string)row.Before!["exhibit"]!)))
            .Except(snapshot.ExhibitTies.Select(tie => tie.Exhibit))
            .Except(snapshot.Exhibits.SelectMany(exhibit => exhibit.DerivedFrom.Select(derived => derived.Parent).Concat(exhibit.ReliesOn)))
            .Except(snapshot.Challenges.SelectMany(challenge => challenge.Premises.Append(challenge.On)).Where(target => target.Kind is TargetKind.Exhibit or TargetKind.Admission).Select(target => new ExhibitId(target.Id))).ToHashSet();
        return [.. snapshot.Exhibits.Where(exhibit => gone.Contains(exhibit.Id)).OrderBy(exhibit => exhibit.Number)];
    }

    private IReadOnlyList<IReadOnlyList<PrintRun>> Row(Exhibit exhibit, CaseSnapshot snapshot, CourtWords court, string? withheld)
    {
        var file = snapshot.Materials.FirstOrDefault(m => m.Id == exhibit.Material);
        var obtained = snapshot.Foundations.Where(f => exhibit.Legal.Contains(f.Id)).Select(f => f.Label);
        var origins = exhibit.Origins.Select(o => snapshot.People.FirstOrDefault(p => p.Id == o.Person)?.Pseudonym ?? o.Name);
        var quote = withheld is not null ? texts[withheld] : exhibit.Quote.Length > 160 ? exhibit.Quote[..160] + " …" : exhibit.Quote;
        return
        [
            [new PrintRun($"EX-{exhibit.Number}", Bold: true), new PrintRun(Files.ExhibitNotes.Mark(exhibit, snapshot, law, texts) is { Length: > 0 } mark ? "\n" + court.Say(mark) : "")],
            [new PrintRun(court.Title(exhibit, file) + (quote.Length > 0 ? "\n" : "")), new PrintRun(quote, Italic: true) { Verbatim = withheld is null }, .. withheld is not null ? [] : Translation(exhibit, snapshot), .. Notes(exhibit, file, snapshot, court)],
            [new PrintRun(file is null ? texts["exhibit-list.object"] : court.Title(file) + "\n" + Place.Of(exhibit.Locator, texts))],
            [new PrintRun(court.Say(string.Join("; ", obtained) + "\n" + texts.Format("exhibit-list.origin", ("origin", string.Join(", ", origins)))))],
            [new PrintRun(exhibit.Locator?.Slice.Hex[..16] ?? "")],
        ];
    }

    private IEnumerable<PrintRun> Notes(Exhibit exhibit, Material? file, CaseSnapshot snapshot, CourtWords court) =>
        Files.ExhibitNotes.Of(exhibit, snapshot, law, texts, filed: true).Select(court.Say)
            .Append(file is null ? "" : court.Say(Files.StatementWords.Said(file, snapshot, texts)))
            .Where(note => note.Length > 0).Select(note => new PrintRun("\n" + note));

    private PrintRun[] Translation(Exhibit exhibit, CaseSnapshot snapshot)
    {
        var by = Interpreting.Names(snapshot, exhibit);
        return exhibit.Translation.Length == 0
            ? []
            : [new PrintRun("\n" + (by.Length > 0 ? texts.Format("message.translated-by", ("person", by)) : texts["message.translation"]) + " "), new PrintRun(exhibit.Translation) { Verbatim = true }];
    }
}
