using Onus.Domain.Shared;

namespace Onus.Domain.Access;

/// <summary>
/// Every act there is: what the log calls it, the compartment whose entry tells it, and what it asks of whoever does it. A use case names one of these; who may
/// do it follows from <see cref="Roles"/>.
/// </summary>
public static class Acts
{
    private static readonly List<Act> Named = [];

    /// <summary>Opened the case.</summary>
    public static Act CaseOpened { get; } = OnRecord("case-opened", Duty.Charge);

    /// <summary>Changed the title, the dates or the members of the case.</summary>
    public static Act CaseChanged { get; } = OnRecord("case-changed", Duty.Charge);

    /// <summary>Added a person.</summary>
    public static Act PersonAdded { get; } = OnRecord("person-added", Duty.Investigate);

    /// <summary>Changed a person.</summary>
    public static Act PersonChanged { get; } = OnRecord("person-changed", Duty.Investigate);

    /// <summary>Split a person in two.</summary>
    public static Act PersonSplit { get; } = OnRecord("person-split", Duty.Investigate);

    /// <summary>Merged two people.</summary>
    public static Act PeopleMerged { get; } = OnRecord("people-merged", Duty.Charge);

    /// <summary>Said who a name is.</summary>
    public static Act AliasMapped { get; } = OnRecord("alias-mapped", Duty.Investigate);

    /// <summary>Took a name away from a person.</summary>
    public static Act AliasRemoved { get; } = OnRecord("alias-removed", Duty.Investigate);

    /// <summary>Said that a name is no person.</summary>
    public static Act NameNotAPerson { get; } = OnRecord("name-not-a-person", Duty.Investigate);

    /// <summary>Took back that a name is no person.</summary>
    public static Act NameTakenBack { get; } = OnRecord("name-taken-back", Duty.Investigate);

    /// <summary>Noted a wish about testifying.</summary>
    public static Act WishNoted { get; } = OnRecord("wish-noted", Duty.HearWishes);

    /// <summary>Went on with a request that was stopped.</summary>
    public static Act RequestResumed { get; } = OnRecord("request-resumed", Duty.Investigate);

    /// <summary>Added something that the case relies on.</summary>
    public static Act FoundationAdded { get; } = OnRecord("foundation-added", Duty.Investigate);

    /// <summary>Corrected something that the case relies on.</summary>
    public static Act FoundationChanged { get; } = OnRecord("foundation-changed", Duty.Investigate);

    /// <summary>Entered an exhibit that stands in no file.</summary>
    public static Act ObjectEntered { get; } = OnRecord("object-entered", Duty.Investigate);

    /// <summary>Said what an object shows.</summary>
    public static Act ObjectCited { get; } = OnRecord("object-cited", Duty.Investigate);

    /// <summary>Corrected what an exhibit rests on.</summary>
    public static Act ExhibitChanged { get; } = OnRecord("exhibit-changed", Duty.Investigate);

    /// <summary>Noted that a consent or what was given was taken back.</summary>
    public static Act FoundationTakenBack { get; } = OnRecord("foundation-taken-back", Duty.Investigate);

    /// <summary>Took away a note that something was taken back.</summary>
    public static Act FoundationNotTakenBack { get; } = OnRecord("foundation-not-taken-back", Duty.Charge);

    /// <summary>Recorded what became of something that the case relies on.</summary>
    public static Act FoundationDecided { get; } = OnRecord("foundation-decided", Duty.Charge);

    /// <summary>Dropped files.</summary>
    public static Act FilesDropped { get; } = OnRecord("files-dropped", Duty.Investigate);

    /// <summary>Answered the three questions.</summary>
    public static Act QuestionsAnswered { get; } = OnRecord("questions-answered", Duty.Investigate);

    /// <summary>Decided how files are read.</summary>
    public static Act ReadingDecided { get; } = OnRecord("reading-decided", Duty.Investigate);

    /// <summary>Asked for a file to be read.</summary>
    public static Act ReadingAsked { get; } = OnRecord("reading-asked", Duty.Investigate);

    /// <summary>Stopped the reading of a file.</summary>
    public static Act ReadingStopped { get; } = OnRecord("reading-stopped", Duty.Investigate);

    /// <summary>Read a file.</summary>
    public static Act FileRead { get; } = OnRecord("file-read", Duty.Investigate);

    /// <summary>Found that a file needs a decision.</summary>
    public static Act FileNeedsDecision { get; } = OnRecord("file-needs-decision", Duty.Investigate);

    /// <summary>Found that a file cannot be read.</summary>
    public static Act FileUnusable { get; } = OnRecord("file-unusable", Duty.Investigate);

    /// <summary>Said how a statement was taken.</summary>
    public static Act StatementDescribed { get; } = OnRecord("statement-described", Duty.Investigate);

    /// <summary>Opened an account.</summary>
    public static Act AccountCreated { get; } = OnRecord("account-created", Duty.SetUp);

    /// <summary>Opened the people of the demo.</summary>
    public static Act DemoAccountsCreated { get; } = OnRecord("demo-accounts-created", Duty.SetUp);

    /// <summary>Corrected how a file is read.</summary>
    public static Act ReadingCorrected { get; } = OnRecord("reading-corrected", Duty.Investigate);

    /// <summary>Decided what exhibits of a corrected file go by.</summary>
    public static Act DifferencesDecided { get; } = OnRecord("differences-decided", Duty.Investigate);

    /// <summary>Corrected the answers about a file.</summary>
    public static Act AnswersCorrected { get; } = OnRecord("answers-corrected", Duty.Investigate);

    /// <summary>Withdrew a file.</summary>
    public static Act FileWithdrawn { get; } = OnRecord("file-withdrawn", Duty.Investigate);

    /// <summary>Gave a file another title.</summary>
    public static Act FileTitled { get; } = OnRecord("file-titled", Duty.Investigate);

    /// <summary>Put a file back.</summary>
    public static Act FilePutBack { get; } = OnRecord("file-put-back", Duty.Investigate);

    /// <summary>Split what was given by giver.</summary>
    public static Act GivingSplit { get; } = OnRecord("giving-split", Duty.Charge);

    /// <summary>Named from whom a further copy came.</summary>
    public static Act SecondSourceNamed { get; } = OnRecord("second-source-named", Duty.Investigate);

    /// <summary>Cited a passage.</summary>
    public static Act PassageCited { get; } = OnRecord("passage-cited", Duty.Investigate);

    /// <summary>Took a citation back.</summary>
    public static Act CitationTakenBack { get; } = OnRecord("citation-taken-back", Duty.Investigate);

    /// <summary>Wrote down a translation.</summary>
    public static Act ExhibitTranslated { get; } = OnRecord("exhibit-translated", Duty.Investigate);

    /// <summary>Drafted a count.</summary>
    public static Act CountDrafted { get; } = InPapers("count-drafted", Duty.Charge);

    /// <summary>Changed a count.</summary>
    public static Act CountChanged { get; } = InPapers("count-changed", Duty.Charge);

    /// <summary>Withdrew a count.</summary>
    public static Act CountWithdrawn { get; } = InPapers("count-withdrawn", Duty.Charge);

    /// <summary>Restored a count.</summary>
    public static Act CountRestored { get; } = InPapers("count-restored", Duty.Charge);

    /// <summary>Drafted the same count for somebody else.</summary>
    public static Act CountDuplicated { get; } = InPapers("count-duplicated", Duty.Charge);

    /// <summary>Made two counts of one.</summary>
    public static Act CountSplit { get; } = InPapers("count-split", Duty.Charge);

    /// <summary>Entered a challenge or an answer.</summary>
    public static Act ChallengeEntered { get; } = InPapers("challenge-entered", Duty.Charge);

    /// <summary>Recorded what became of a challenge.</summary>
    public static Act ChallengeRuled { get; } = InPapers("challenge-ruled", Duty.Charge);

    /// <summary>Corrected a challenge or an answer.</summary>
    public static Act ChallengeChanged { get; } = InPapers("challenge-changed", Duty.Charge);

    /// <summary>Took out a challenge or an answer.</summary>
    public static Act ChallengeRemoved { get; } = InPapers("challenge-removed", Duty.Charge);

    /// <summary>Wrote a request.</summary>
    public static Act EvidenceRequested { get; } = OnRecord("evidence-requested", Duty.Investigate);

    /// <summary>Noted what will be deleted.</summary>
    public static Act RetentionWatched { get; } = OnRecord("retention-watched", Duty.Investigate);

    /// <summary>Changed what is noted about a deletion.</summary>
    public static Act RetentionChanged { get; } = OnRecord("retention-changed", Duty.Investigate);

    /// <summary>Took away a clock.</summary>
    public static Act RetentionRemoved { get; } = OnRecord("retention-removed", Duty.Investigate);

    /// <summary>Noted who says that nothing happened in a month without an entry.</summary>
    public static Act GapAnswered { get; } = OnRecord("gap-answered", Duty.Investigate);

    /// <summary>Took back that nothing happened in a month.</summary>
    public static Act GapAnswerTakenBack { get; } = OnRecord("gap-answer-taken-back", Duty.Investigate);

    /// <summary>Recorded what happened to a request.</summary>
    public static Act RequestMoved { get; } = OnRecord("request-moved", Duty.Investigate);

    /// <summary>Marked for disclosure.</summary>
    public static Act MarkedForDisclosure { get; } = OnRecord("marked-for-disclosure", Duty.Investigate);

    /// <summary>Confirmed the columns of a table.</summary>
    public static Act ProfileSaved { get; } = OnRecord("profile-saved", Duty.Investigate);

    /// <summary>Wrote a fact.</summary>
    public static Act FactWritten { get; } = OnRecord("fact-written", Duty.Investigate);

    /// <summary>Changed a fact.</summary>
    public static Act FactChanged { get; } = OnRecord("fact-changed", Duty.Investigate);

    /// <summary>Said which exhibits show a fact only together.</summary>
    public static Act ExhibitsPutTogether { get; } = OnRecord("exhibits-put-together", Duty.Investigate);

    /// <summary>Put a fact to an element.</summary>
    public static Act FactTied { get; } = InPapers("fact-tied", Duty.Charge);

    /// <summary>Took a fact from an element.</summary>
    public static Act FactUntied { get; } = InPapers("fact-untied", Duty.Charge);

    /// <summary>Held facts to be enough only together.</summary>
    public static Act FactsHeldTogether { get; } = InPapers("facts-held-together", Duty.Charge);

    /// <summary>Took back that facts are enough only together.</summary>
    public static Act FactsHeldApart { get; } = InPapers("facts-held-apart", Duty.Charge);

    /// <summary>Kept a what-if.</summary>
    public static Act WhatIfKept { get; } = InPapers("what-if-kept", Duty.Charge);

    /// <summary>Opened the practice case.</summary>
    public static Act PracticeCaseOpened { get; } = OnRecord("practice-case-opened", Duty.Charge);

    /// <summary>Entered what the unit had made of the files.</summary>
    public static Act PracticeWorkLoaded { get; } = OnRecord("practice-work-loaded", Duty.Investigate);

    /// <summary>Loaded what counsel of a practice case had worked out; the log calls it as it calls the rest of that work.</summary>
    public static Act PracticePapersLoaded { get; } = InPapers("practice-work-loaded", Duty.Charge);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Act> All => Named;

    private static Act OnRecord(string kind, Duty needs) => Add(new Act(kind, CompartmentKind.Record, needs));

    private static Act InPapers(string kind, Duty needs) => Add(new Act(kind, CompartmentKind.CounselsPapers, needs));

    private static Act Add(Act act)
    {
        Named.Add(act);
        return act;
    }
}
