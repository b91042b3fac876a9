using Onus.Domain.Cases;
using Onus.Domain.Charges;
using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Store;
using Onus.Store.Log;

namespace Onus.Tests;

/// <summary>
/// An invented case of about the size that a unit works on: a farm, two defendants, a survivor who does not wish to testify, one warrant
/// under most of the papers, one interpreter under all that was translated, chats and bank records. Written straight into a store.
/// </summary>
public sealed class FarmCase
{
    private const string Forced = "us.1589-a";

    private readonly List<object> rows = [];
    private readonly List<(ExhibitId Id, int Number)> exhibits = [];

    public CaseId Id { get; } = new(Guid.CreateVersion7());

    public string Ref { get; init; } = "FARM-T";

    public Person Foreman { get; private set; } = null!;

    public Person Owner { get; private set; } = null!;

    public Person Survivor { get; private set; } = null!;

    public Foundation Testimony { get; private set; } = null!;

    public Foundation Warrant { get; private set; } = null!;

    public Foundation Interpreter { get; private set; } = null!;

    public Foundation Bank { get; private set; } = null!;

    public Fact Passport { get; private set; } = null!;

    /// <summary>Writes the case into a store, with counsel and police as members, and an advocate where one is given.</summary>
    public static async Task<FarmCase> Seed(OnusStore store, Actor counsel, AccountId police, CancellationToken cancel, string reference = "FARM-T", AccountId? advocate = null)
    {
        var farm = new FarmCase { Ref = reference };
        farm.Make();
        await using var work = store.Begin(counsel);
        work.AddCase(
            new Case { Id = farm.Id, Ref = reference, Title = "The farm", Country = "us", Practice = true, Today = new(2025, 7, 1), TipOn = new(2025, 3, 12) },
            [
                new CaseMember { CaseId = farm.Id, AccountId = counsel.Account, Role = MemberRole.Prosecutor },
                new CaseMember { CaseId = farm.Id, AccountId = police, Role = MemberRole.Investigator },
                .. advocate is { } beside ? [new CaseMember { CaseId = farm.Id, AccountId = beside, Role = MemberRole.Advocate }] : Array.Empty<CaseMember>(),
            ]);
        foreach (var row in farm.rows)
        {
            work.Add(row);
        }

        var done = await work.Commit(new LogEvent(farm.Id, Acts.CaseOpened), cancel);
        return done.IsOk ? farm : throw new InvalidOperationException(done.Error!.Key);
    }

    private void Make()
    {
        Foreman = Person("Defendant 1", PersonRole.Defendant);
        Owner = Person("Defendant 2", PersonRole.Defendant);
        Survivor = Person("Survivor B", PersonRole.Survivor, TestimonyWish.Declines);
        var neighbour = Person("Witness 1", PersonRole.Witness);

        Testimony = Foundation(FoundationKind.Witness, "Survivor B is believed", Survivor);
        Warrant = Foundation(FoundationKind.Warrant, "Search warrant for the farmhouse");
        Interpreter = Foundation(FoundationKind.Interpreter, "Interpreter 1");
        Bank = Foundation(FoundationKind.BusinessRecord, "Records of Valley Bank");
        var order = Foundation(FoundationKind.Order, "Order to Valley Bank");
        var consent = Foundation(FoundationKind.Consent, "Survivor B's consent to read her phone");
        var neighbourWord = Foundation(FoundationKind.Witness, "Witness 1 is believed", neighbour);
        var phone = Foundation(FoundationKind.Device, "The phone of Defendant 1");

        var herWord = new Origin(Survivor.Id);
        var foremanWord = new Origin(Foreman.Id);
        var statement1 = Exhibit("Statement of Survivor B", "He told us nobody leaves before the debt is paid.", [herWord], [], [Testimony]);
        var statement2 = Exhibit("Second statement of Survivor B", "I was afraid for my brother.", [herWord], [], [Testimony, Interpreter]);
        var book = Exhibit("Account book, page 4", "advance 4,200 / food 90 / bed 60", [foremanWord], [Warrant], []);
        var book2 = Exhibit("Account book, page 9", "no pay until zero", [foremanWord], [Warrant], []);
        var passports = Exhibit("Passports in a locked drawer, photograph", "", [new Origin(null, "Search of the farmhouse")], [Warrant], []);
        var chat1 = Exhibit("Chat of Defendant 1, 3 May", "If you run, they will come for your brother", [foremanWord], [Warrant], [phone, Interpreter]);
        var chat2 = Exhibit("Chat of Defendant 1, 9 May", "The police here listen to me", [foremanWord], [Warrant], [phone, Interpreter]);
        var chat3 = Exhibit("Chat of Survivor B with Defendant 1", "Nobody goes to town this month", [foremanWord], [consent], [Interpreter]);
        var roster = Exhibit("Shift roster, May", "6 to 22, seven days", [new Origin(null, "Search of the farmhouse")], [Warrant], []);
        var gate = Exhibit("Statement of Witness 1", "The gate was locked from outside every night.", [new Origin(neighbour.Id)], [], [neighbourWord]);
        var harvest = Exhibit("Statement of Witness 1, harvest", "She picked from dark to dark.", [new Origin(neighbour.Id)], [], [neighbourWord]);
        var bank1 = Exhibit("Bank statement of Defendant 2, May", "transfer out 11,400", [new Origin(null, "Valley Bank")], [order], [Bank]);
        var bank2 = Exhibit("Bank statement of Defendant 2, June", "harvest buyer 38,000", [new Origin(null, "Valley Bank")], [order], [Bank]);
        var payroll = Exhibit("Payroll file", "Survivor B: 0.00", [new Origin(null, "Search of the farmhouse")], [Warrant], []);
        var free = Exhibit("Chat of Survivor B, 20 April", "I went to the market today", [herWord], [consent], [Interpreter]);
        for (var day = 1; day <= 5; day++)
        {
            Exhibit($"Photograph {day} of the sleeping place", "", [new Origin(null, "Search of the farmhouse")], [Warrant], []);
        }

        Passport = Fact("Defendant 1 kept the workers' passports in a locked drawer.", new(2025, 5, 3), passports);
        var threat = Fact("Defendant 1 threatened to have Survivor B's brother harmed if she left.", new(2025, 5, 3), chat1, statement2);
        var police = Fact("Defendant 1 told the workers that the police would send them back.", new(2025, 5, 9), chat2);
        var worked = Fact("Survivor B worked from six in the morning to ten at night on every day of May.", new(2025, 5, 31), roster, harvest, statement1);
        var debt = Fact("Defendant 1 wrote a debt of 4,200 against Survivor B that grew with every meal.", new(2025, 4, 2), book, book2);
        var knew = Fact("Defendant 1 knew that nobody could leave before the debt was paid.", new(2025, 5, 3), book2, statement1);
        var locked = Fact("The gate was locked from outside every night.", new(2025, 5, 10), gate, chat3);
        var money = Fact("Defendant 2 received the buyer's money for the harvest and paid no wages.", new(2025, 6, 2), bank1, bank2, payroll);
        var background = Fact("Survivor B spoke no English, held no papers and owed the debt at home.", null, statement2);
        Fact("Survivor B went to the market alone on 20 April.", new(2025, 4, 20), free);
        Cite(free, locked, Bearing.Undermines, "She could go out by day.");

        Tie(knew, Forced + ".knowingly", Foreman);
        Tie(worked, Forced + ".conduct.obtains");
        Tie(money, Forced + ".conduct.obtains", Owner);
        Tie(threat, Forced + ".means.threat-of-serious-harm", Foreman);
        Tie(debt, Forced + ".means.serious-harm", Foreman);
        Tie(worked, Forced + ".nexus", Foreman);
        Tie(background, Forced + ".means.harm.background");
        Tie(police, Forced + ".means.threat-of-abuse-of-law", Foreman);
        Tie(locked, Forced + ".means.force.restraint", Foreman);

        Count(1, Forced, Foreman);
        Count(2, Forced, Owner);
        Count(3, "us.1592-a", Foreman);
    }

    private Person Person(string pseudonym, PersonRole role, TestimonyWish wish = TestimonyWish.NotRecorded) =>
        Row(new Person { Id = new(Guid.CreateVersion7()), CaseId = Id, Pseudonym = pseudonym, Roles = [role], Wish = wish });

    private Foundation Foundation(FoundationKind kind, string label, Person? person = null) => Row(new Foundation
    {
        Id = new(Guid.CreateVersion7()),
        CaseId = Id,
        Kind = kind,
        Label = label,
        Person = person?.Id,
        Legal = FoundationRules.DecidesAdmission(kind),
    });

    private Exhibit Exhibit(string title, string quote, Origin[] origins, Foundation[] legal, Foundation[] factual)
    {
        var exhibit = Row(new Exhibit
        {
            Id = new(Guid.CreateVersion7()),
            CaseId = Id,
            Number = exhibits.Count + 1,
            Title = title,
            Quote = quote,
            Origins = origins,
            Legal = [.. legal.Select(f => f.Id)],
            Factual = [.. factual.Select(f => f.Id)],
        });
        exhibits.Add((exhibit.Id, exhibit.Number));
        return exhibit;
    }

    private Fact Fact(string sentence, DateOnly? on, params Exhibit[] shown)
    {
        var fact = Row(new Fact { Id = new(Guid.CreateVersion7()), CaseId = Id, Sentence = sentence, On = on });
        foreach (var exhibit in shown)
        {
            Cite(exhibit, fact, Bearing.Supports, "");
        }

        return fact;
    }

    private void Cite(Exhibit exhibit, Fact fact, Bearing bearing, string reason) => Row(new ExhibitTie
    {
        Id = new(Guid.CreateVersion7()),
        CaseId = Id,
        Exhibit = exhibit.Id,
        Fact = fact.Id,
        Bearing = bearing,
        Reason = reason,
    });

    private void Tie(Fact fact, string leaf, params Person[] defendants) => Row(new FactTie
    {
        Id = new(Guid.CreateVersion7()),
        CaseId = Id,
        Fact = fact.Id,
        OffenceId = Forced,
        LeafId = leaf,
        Defendants = [.. (defendants.Length > 0 ? defendants : [Foreman, Owner]).Select(d => d.Id)],
        Survivors = [Survivor.Id],
    });

    private void Count(int number, string offence, Person defendant) => Row(new Count
    {
        Id = new(Guid.CreateVersion7()),
        CaseId = Id,
        Number = number,
        OffenceId = offence,
        Defendant = defendant.Id,
        Survivor = Survivor.Id,
        From = new(2025, 3, 12),
        To = new(2025, 6, 30),
    });

    private T Row<T>(T row)
        where T : notnull
    {
        rows.Add(row);
        return row;
    }
}
