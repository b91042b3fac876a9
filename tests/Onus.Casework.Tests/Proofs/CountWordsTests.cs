using System.Globalization;
using Onus.Casework.Proof;
using Onus.Casework.Tests.Practice;
using Onus.Domain.Answers;
using Onus.Domain.Cases;
using Onus.Domain.Evidence;
using Onus.Domain.Law;
using Onus.Domain.People;
using Onus.Domain.Proof;
using Onus.Domain.Tests;
using static Onus.Domain.Tests.Law.Laws;
using Ruling = Onus.Domain.Cases.Ruling;

namespace Onus.Casework.Tests.Proofs;

/// <summary>What is said of a count whose law or whose sources are out of the ordinary.</summary>
public sealed class CountWordsTests
{
    private static readonly DateOnly Day = new(2025, 3, 1);

    private readonly SmallCase small = new();

    [Fact]
    public void A_single_element_with_too_few_sources_is_not_said_to_have_nothing()
    {
        small.Count();
        small.Tick("a", small.Found("bank"));
        var answer = Answer(Offence(Leaf("a") with { Corroboration = new(2, 0) }));
        Assert.Equal("Not supported: the one element there is has nothing, or not enough, that holds.", answer.Line.Sentence);
        var advice = Assert.Single(answer.Next, next => next.Finding.Kind == FindingKind.TooFewSources);
        Assert.Equal("“That a” has too few sources", advice.Title.ToString());
        Assert.Equal(["The law asks for two sources that are independent of each other.", "It rests on EX-1 (Exhibit)."], advice.Why.Select(why => why.ToString()));
        Assert.Equal(["a source of its own, independent of EX-1 (Exhibit)", "the register"], advice.Sources);
        Assert.Equal("the register", advice.Ask!.What);
    }

    [Fact]
    public void One_source_that_is_not_hers_is_asked_for_by_name()
    {
        small.Count();
        small.Tick("a", small.Statement());
        var advice = Assert.Single(Answer(Offence(Leaf("a") with { Corroboration = new(0, 1) })).Next, next => next.Finding.Kind == FindingKind.TooFewSources);
        Assert.Equal("The law asks for one source beside Survivor A.", advice.Why[0].ToString());
    }

    [Fact]
    public void A_count_of_which_no_element_is_missing_says_what_it_lacks()
    {
        var count = small.Count();
        small.Tick("a", small.Found("bank"));
        var law = Offence(Leaf("a"));
        Assert.Equal(
            "Not supported: every element has a source that holds, and the law asks for more sources than there are.",
            Answer(law with { Elements = law.Elements with { Corroboration = new(2, 0) } }).Line.Sentence);
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Element, count.Id.Value), ruling: Ruling.Sustained);
        Assert.Equal("Not supported: the court sustained a challenge of the whole count.", Answer(law).Line.Sentence);
    }

    [Fact]
    public void Her_own_messages_are_never_said_to_spare_her()
    {
        small.Count();
        small.Tick("a", small.Exhibit([new Origin(small.SurvivorA)], small.Foundation(FoundationKind.Device, "Her phone")));
        var law = Offence(Leaf("a"));
        var answer = Answer(law);
        Assert.Equal("Supported if believed, without the testimony of Survivor A; it rests on what comes from Survivor A.", answer.Line.Sentence);
        Assert.Equal("Without the words of Survivor A, it no longer holds.", answer.WithoutHer!.Information);
        var advice = Assert.Single(answer.Next, next => next.Finding.Kind == FindingKind.ComesFromHer);
        Assert.Equal("“That a” rests on what comes from Survivor A: find a source that does not", advice.Title.ToString());
        Assert.Equal(["a source that does not come from Survivor A", "the register"], advice.Sources);
        Assert.Equal("Of one element: one holds only on what comes from Survivor A.", GridHead(law));
        Assert.Equal("It holds without the testimony of Survivor A, on what comes from Survivor A.", new RelianceSentences(Words(law)).Of(answer.Elements[0].Cell, answer.Line.Column));
    }

    [Theory]
    [InlineData(PersonWords.RepeatName, "Survivor A")]
    [InlineData(PersonWords.She, "her")]
    [InlineData(PersonWords.He, "him")]
    [InlineData(PersonWords.They, "them")]
    public void The_words_for_a_survivor_are_those_that_somebody_gave(PersonWords words, string expected)
    {
        small.Count();
        small.Tick("a", small.Exhibit([new Origin(small.SurvivorA)], small.Foundation(FoundationKind.Device, "A phone")));
        var law = Offence(Leaf("a"));
        var snapshot = small.Proof(law).Case;
        var proof = CaseProof.Of(snapshot with { People = [.. snapshot.People.Select(p => p.Id == small.SurvivorA ? p with { Words = words, Wish = TestimonyWish.Withdraws } : p)] }, Packs(law));
        var view = new ProofView(proof.Case, proof, new ProofEngine(proof.Graph));
        var answer = CountAnswers.Of(view, Unit.Texts, 1)!;
        var said = new ProofWords(proof, Unit.Texts);
        Assert.Equal($"Supported if believed, without the testimony of Survivor A; it rests on what comes from {expected}.", answer.Line.Sentence);
        Assert.Contains($"Survivor A has withdrawn. Nothing may be asked of {expected}.", answer.Because.Select(because => because.ToString()));
        var cell = answer.Elements[0].Cell;
        var brief = ShortReliance.Of(cell, answer.Line.Column, null, said);
        Assert.Equal(("Supported without Survivor A’s testimony", $"it rests on what comes from {expected}"), (brief.Word, Assert.Single(brief.Beside)));
        Assert.Equal("Only Survivor A’s account so far", ShortReliance.Of(cell with { State = CellState.OnHerAlone, ComesFromHer = false }, answer.Line.Column, null, said).Word);
        Assert.Equal("Only the survivors’ account so far", ShortReliance.Of(cell with { State = CellState.OnHerAlone }, answer.Line.Column with { Survivor = null }, null, said).Word);
    }

    [Fact]
    public void Words_that_nobody_has_attributed_are_no_comfort()
    {
        small.Count();
        var photo = small.Exhibit([], small.Foundation(FoundationKind.Device, "A phone", whose: small.SurvivorA));
        small.Tick("a", photo);
        small.Tick("b", small.Found("bank"));
        var law = Offence(Leaf("a"), Leaf("b"));
        var answer = Answer(law);
        const string NotKnown = "not known. Nobody has said whose words these are: EX-1 (Exhibit). Say it on the exhibit.";
        Assert.Equal("Supported if believed, without the testimony of Survivor A; nobody has said whose words some of it are.", answer.Line.Sentence);
        Assert.Equal("If Survivor A does not testify, it still holds.", answer.WithoutHer!.Testimony);
        Assert.Equal("Without the words of Survivor A: " + NotKnown, answer.WithoutHer.Information);
        Assert.Equal("If Survivor A is not believed: " + NotKnown, answer.WithoutHer.Belief);
        Assert.Equal("Without anything that came through Survivor A (words, device and consent), it no longer holds.", answer.WithoutHer.Through);
        Assert.Contains("one holds without the testimony of Survivor A, on words that nobody has attributed", GridHead(law), StringComparison.Ordinal);
        Assert.Equal(
            ["whether it rests on words of Survivor A is not known; nobody has said whose words some of it are"], ShortReliance.Of(answer.Elements[0].Cell, answer.Line.Column, null, Words(law)).Beside);
        // His words, and her phone: it does not hold without her.
        small.Change(photo, exhibit => exhibit with { Origins = [new Origin(small.Defendant1)] });
        Assert.Equal("Supported if believed, without the testimony of Survivor A; it rests on what comes from Survivor A.", Answer(law).Line.Sentence);
        Assert.Equal("Without the words of Survivor A, it still holds.", Answer(law).WithoutHer!.Information);
    }

    [Fact]
    public void What_her_testimony_alone_shields_from_what_speaks_against_the_rest_is_said_in_front()
    {
        small.Count();
        var found = small.Fact(null, small.Found("bank"));
        small.Tie("a", found);
        small.Tick("a", small.Statement());
        var law = Offence(Leaf("a"));
        Assert.Equal("Supported if believed, also without Survivor A.", Answer(law).Line.Sentence);
        small.Cite(found, small.Found("another bank"), Bearing.Undermines);
        Assert.Equal("Supported if believed, also without Survivor A. Without the testimony of Survivor A it would be contested: what is left is challenged, or something speaks against it.", Answer(law).Line.Sentence);
    }

    [Fact]
    public void What_she_shields_is_said_of_each_element_where_the_count_is_contested_already()
    {
        small.Count();
        var (found, other) = (small.Fact(null, small.Found("bank")), small.Fact(null, small.Found("till")));
        small.Tie("a", found);
        small.Tie("b", other);
        small.Tick("b", small.Statement());
        small.Cite(found, small.Found("another bank"), Bearing.Undermines);
        var law = Offence(Leaf("a"), Leaf("b"));
        Assert.Equal("Contested; it does not need Survivor A.", Answer(law).Line.Sentence);
        small.Cite(other, small.Found("receipt"), Bearing.Undermines);
        Assert.Equal(
            "Contested; it does not need Survivor A. Without the testimony of Survivor A more of it would be contested: what is left of some elements is challenged, or something speaks against it.",
            Answer(law).Line.Sentence);
        Assert.True(Answer(law).Elements.Single(line => line.Row.Element.Id == "zz.act.b").Cell.ContestedWithout);
    }

    [Fact]
    public void What_holds_on_other_words_or_by_the_law_is_known_to_hold()
    {
        small.Count();
        small.Tick("a", small.Exhibit([new Origin(null, " ")], small.Clerk), small.Found("bank"));
        var answer = Answer(Offence(Leaf("a"), Leaf("p", LeafKind.Presumed)));
        Assert.Equal("Supported if believed, also without Survivor A.", answer.Line.Sentence);
        Assert.Equal("Without the words of Survivor A, it still holds.", answer.WithoutHer!.Information);
    }

    [Theory]
    [InlineData(TargetKind.Fact)]
    [InlineData(TargetKind.Exhibit)]
    [InlineData(TargetKind.Admission)]
    [InlineData(TargetKind.ExhibitTie)]
    [InlineData(TargetKind.FactTie)]
    public void A_challenge_is_listed_where_what_it_is_aimed_at_stands_on_a_ground(TargetKind kind)
    {
        small.Count();
        var statement = small.Change(small.Statement(), exhibit => exhibit with { Grounds = [new Ground("Deposition", [], [small.Defendant1], true)] });
        var fact = small.Fact(null);
        var cite = small.Cite(fact, statement);
        var tie = small.Tie("a", fact);
        var contract = small.Cite(fact, small.Found("contract"), Bearing.Undermines);
        var id = kind switch { TargetKind.Fact => fact.Id.Value, TargetKind.ExhibitTie => cite.Id.Value, TargetKind.FactTie => tie.Id.Value, _ => statement.Id.Value };
        var challenge = small.Challenge(ArguedBy.Defence, new Target(kind, id));
        var law = Offence(Leaf("a"));
        Assert.Equal([(challenge.Id.Value, false), (contract.Id.Value, false)], Answer(law).Challenges.Select(line => (line.On.Id, line.IsOut)));
        small.Answer(new Target(TargetKind.Challenge, challenge.Id.Value));
        Assert.Equal([(challenge.Id.Value, true), (contract.Id.Value, false)], Answer(law).Challenges.Select(line => (line.On.Id, line.IsOut)));
    }

    [Fact]
    public void A_challenge_of_what_the_count_does_not_use_is_not_listed()
    {
        small.Count();
        small.Tick("a", small.Found("bank"));
        small.Challenge(ArguedBy.Defence, new Target(TargetKind.Exhibit, small.Change(small.Statement(), exhibit => exhibit with { Grounds = [new Ground("Deposition", [], [small.Defendant1], true)] }).Id.Value));
        Assert.Empty(Answer(Offence(Leaf("a"))).Challenges);
    }

    [Fact]
    public void An_age_that_is_proved_is_no_element_with_nothing()
    {
        small.Count();
        small.Tick("child", small.Found("register"));
        small.Tick("b", small.Found("bank"));
        var law = Offence(All("m", Leaf("m.x"), Leaf("m.y")) with { NotRequiredWhen = "zz.act.child" }, Leaf("b")) with { Conditions = [Leaf("child")] };
        Assert.Equal(["zz.act.m", "zz.act.b"], law.Required().Select(element => element.Id));
        Assert.Equal("Supported if believed, also without Survivor A.", Answer(law).Line.Sentence);
        Assert.Equal("Of 2 elements, 2 hold without Survivor A.", GridHead(law));
    }

    [Fact]
    public void The_least_penalty_that_is_proved_and_the_ways_that_were_begun_are_said()
    {
        small.Count();
        small.Tick("a", small.Found("bank"));
        small.Tick("child", small.Found("register"));
        var law = Offence(Leaf("a"), Any("way", Leaf("force"), Leaf("child"))) with
        {
            Aggravators =
            [
                new Aggravator("zz.act.by-force", "Force", All("by-force.proof", Ref("force")), "15 years") { FloorYears = 15 },
                new Aggravator("zz.act.minor", "A child", All("minor.proof", Ref("child")), "10 years") { FloorYears = 10 },
            ],
            Modes =
            [
                new LiabilityMode
                {
                    Id = "zz.attempt", Citation = "Act, section 9", Title = "Attempt", Validity = new Validity(new DateOnly(2020, 1, 1), null, LawConfidence.Memory),
                    SameOffence = false, Elements = All("", Leaf("x") with { Id = "zz.attempt.meant" }) with { Id = "zz.attempt" }, Confidence = LawConfidence.Memory, Sources = Sources,
                },
            ],
        };
        var answer = Answer(law);
        Assert.Equal("zz.act.minor", answer.Floor?.Id);
        Assert.Empty(answer.Modes);
        // What the levels only refer to keeps its line.
        Assert.Contains("zz.act.way", answer.Elements.Select(line => line.Row.Element.Id));
        small.Add(small.Tick("x", small.Found("phone")) with { LeafId = "zz.attempt.meant" });
        Assert.Equal(("Attempt", ProofWord.Supported), Assert.Single(Answer(law).Modes.Select(line => (line.Mode.Title, line.Word))));
        small.Tick("force", small.Found("hospital"));
        Assert.Equal("zz.act.by-force", Answer(law).Floor?.Id);
        Assert.Null(Answer(Offence(Leaf("b"))).Floor);
    }

    [Fact]
    public void A_request_says_what_is_asked_for_and_not_what_is_weak()
    {
        small.Count();
        small.Tick("a", small.Found("ledger"));
        small.Tick("b", small.Statement());
        var asks = Answer(Offence(Leaf("a"), Leaf("b"), Leaf("c"))).Next.Select(next => (next.Finding.Kind, next.Ask)).ToList();
        Assert.Equal([FindingKind.NothingYet, FindingKind.OnHerAlone], asks.Select(ask => ask.Kind));
        small.Tick("c", small.Found("ledger"));
        asks.AddRange(Answer(Offence(Leaf("a"), Leaf("b"), Leaf("c"))).Next.Select(next => (next.Finding.Kind, next.Ask)));
        Assert.Contains(FindingKind.SinglePoint, asks.Select(ask => ask.Kind));
        Assert.All(asks, ask => Assert.Equal(("the register", "Survivor A need not be asked again."), (ask.Ask!.What, ask.Ask.Spares)));
    }

    [Fact]
    public void What_speaks_against_a_fact_stands_beside_the_challenges()
    {
        small.Count();
        var fact = small.Fact(null, small.Statement());
        small.Tie("a", fact);
        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value));
        var against = small.Cite(fact, small.Found("contract"), Bearing.Undermines);
        var elsewhere = small.Fact(null, small.Statement());
        small.Cite(elsewhere, small.Found("photograph"), Bearing.Undermines);
        var law = Offence(Leaf("a"));
        Assert.Equal(
            [(new Target(TargetKind.Challenge, challenge.Id.Value), "Argument 1", "", false), (new Target(TargetKind.ExhibitTie, against.Id.Value), "EX-2 (Exhibit) speaks against “Fact 1”", "It says so", false)],
            Answer(law).Challenges.Select(line => (line.On, line.Title.ToString(), line.Reason, line.IsOut)));
        small.Answer(new Target(TargetKind.ExhibitTie, against.Id.Value));
        Assert.Equal([false, true], Answer(law).Challenges.Select(line => line.IsOut));
    }

    [Fact]
    public void A_row_that_the_offence_can_do_without_says_so()
    {
        small.Count();
        small.Tick("m.x.1", small.Found("bank"));
        small.Tick("worse.x", small.Found("bank"));
        small.Tick("p", small.Found("bank"));
        var law = Offence(Any("m", All("m.x", Leaf("m.x.1")), Leaf("m.y")), Leaf("p", LeafKind.PleadedOnly)) with
        {
            Aggravators = [new Aggravator("zz.act.worse", "Worse", All("worse.proof", Leaf("worse.x")), "Ten years")],
        };
        var words = Words(law);
        Assert.Equal(
            [("m", ""), ("m.x", ""), ("m.x.1", "part of one of several ways"), ("p", "pleaded, need not be proved"), ("worse.proof", "raises the penalty"), ("worse.x", "raises the penalty")],
            Answer(law).Elements.Select(line => (line.Row.Element.Id["zz.act.".Length..], string.Join(", ", words.Marks(line.Row)))));
    }

    [Theory]
    [InlineData(0, "What would break it could not be searched, as too much hangs together here. That says nothing about how firmly it holds.", "Nothing was searched, not even the loss of one thing alone.")]
    [InlineData(1, "Nothing breaks it alone. What several together would do was not searched.", "Each thing was tried alone; combinations were not searched.")]
    [InlineData(2, "Nothing breaks it, alone or with others, up to two at a time.", "Searched up to two at a time; larger combinations were not searched.")]
    public void Where_the_search_ended_before_the_first_loss_the_sentence_says_what_was_tried(int searched, string lead, string how)
    {
        var depends = DependsOn(new CutSets([], searched, false));
        Assert.Equal((lead, how), (depends.Lead.ToString(), depends.Searched));
    }

    [Fact]
    public void Losses_that_are_too_many_to_list_are_counted()
    {
        var three = DependsOn(new CutSets([], 2, false, new UnlistedSets(3, 120_000)));
        Assert.Equal("Nothing breaks it alone; three together do.", three.Lead.ToString());
        Assert.Equal("120,000 combinations of three break it. They are too many to list, and larger ones were not searched.", three.Searched);
        var alone = DependsOn(new CutSets([], 0, false, new UnlistedSets(1, 120_000)));
        Assert.Equal("Each of 120,000 things alone breaks it.", alone.Lead.ToString());
        Assert.Equal("120,000 things alone break it. They are too many to list, and combinations were not searched.", alone.Searched);
    }

    [Fact]
    public void A_rule_about_sources_that_is_too_complex_is_said_and_spoils_no_other_count()
    {
        var r = new Random(7);
        small.Count();
        small.Tick("a", [.. Enumerable.Range(0, 400).Select(_ => small.Exhibit([.. Enumerable.Range(0, 5).Select(_ => r.Next(40)).Distinct().Select(o => new Origin(null, $"Source {o}"))], small.Warrant))]);
        small.Tick("b", small.Found("bank"));
        var law = Offence(Leaf("a") with { Corroboration = new(3, 0) }, Leaf("b"));
        var answer = Answer(law);
        Assert.Equal(
            "Whether enough sources of “That a” are independent of each other could not be worked out: where they come from overlaps in too many ways. It is counted as not enough. Check the origins of its exhibits.",
            Assert.Single(answer.Because).ToString());
        Assert.Equal(ProofWord.NotSupported, answer.Line.Word);
        Assert.Equal(ProofWord.Supported, answer.Elements.Single(line => line.Row.Element.Id == "zz.act.b").Word);
        Assert.Equal(ProofWord.Supported, Answer(Offence(Leaf("a"), Leaf("b"))).Line.Word);
    }

    [Theory]
    [InlineData(2, "“That e1” and “That e2” then have nothing left.")]
    [InlineData(3, "“That e1”, “That e2” and “That e3” then have nothing left.")]
    [InlineData(7, "“That e1”, “That e2” and 5 more then have nothing left.")]
    public void What_a_single_loss_takes_along_is_counted_where_it_is_not_named(int elements, string said)
    {
        small.Count();
        string[] leaves = [.. Enumerable.Range(1, elements).Select(at => $"e{at}")];
        foreach (var leaf in leaves)
        {
            small.Tick(leaf, small.Found("ledger"));
        }

        var advice = Assert.Single(Answer(Offence([.. leaves.Select(leaf => Leaf(leaf))])).Next, next => next.Finding.Kind == FindingKind.SinglePoint);
        Assert.Equal(said, advice.Why[^1].ToString());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    public void A_fact_that_falls_is_named_once_in_however_many_ways_it_was_shown(int sets, int facts)
    {
        small.Count();
        foreach (var at in Enumerable.Range(1, facts))
        {
            var fact = small.Tick("e" + at, Enumerable.Range(0, sets * 2).Select(_ => small.Found("box")).ToArray()).Fact;
            foreach (var pair in small.Snapshot().ExhibitTies.Where(tie => tie.Fact == fact).Chunk(2))
            {
                small.Together(small.Snapshot().Facts.Single(known => known.Id == fact), [.. pair.Select(tie => small.Snapshot().Exhibits.Single(exhibit => exhibit.Id == tie.Exhibit))]);
            }
        }

        var answer = Answer(Offence([.. Enumerable.Range(1, facts).Select(at => Leaf("e" + at))]));
        var chain = Assert.Single(answer.DependsOn.Items, item => item.Points.Count == 1).Chain.Select(step => step.ToString()).ToList();
        Assert.Contains("nothing else shows " + (facts == 1 ? "“Fact 1”" : "“Fact 1” and “Fact 2”"), chain);
        Assert.Empty(Sentences.In(answer).SelectMany(Sentences.NamedTwice));
    }

    [Theory]
    [InlineData(4, 4, 0)]
    [InlineData(5, 5, 0)]
    [InlineData(9, 5, 4)]
    public void How_many_kinds_of_source_are_not_named_is_said(int sources, int named, int more)
    {
        small.Count();
        var topic = Topic with { Sources = [.. Enumerable.Range(1, sources).Select(at => $"source {at}")] };
        var advice = Answer(Offence(Leaf("a") with { Evidence = [topic] })).Next.Single(next => next.Finding.Kind == FindingKind.NothingYet);
        Assert.Equal((named, more), (advice.Sources.Count, advice.SourcesMore));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(12, true)]
    public void More_ways_for_the_defence_than_are_listed_are_said_to_be_there(int challenges, bool more)
    {
        small.Count();
        var tied = small.Tick("a", small.Found("ledger"));
        foreach (var at in Enumerable.Range(1, challenges))
        {
            small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, tied.Fact.Value), ruling: at % 2 == 0 ? Ruling.None : Ruling.Overruled);
            small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, tied.Fact.Value), ruling: at % 2 == 0 ? Ruling.Overruled : Ruling.None);
        }

        var answer = Answer(Offence(Leaf("a")));
        Assert.Equal((3, 3, more, more), (answer.Moves.Count, answer.Reversals.Count, answer.MoreMoves, answer.MoreReversals));
    }

    [Fact]
    public void What_another_defendant_said_is_pointed_out_beside_the_count()
    {
        small.Count();
        var interview = small.Exhibit([new Origin(small.Defendant2)], small.Foundation(FoundationKind.Witness, "Defendant 2", small.Defendant2));
        small.Tick("a", interview);
        var law = Offence(Leaf("a"));
        Assert.Contains(
            "EX-1 (Exhibit) holds the words of Defendant 2, who is a defendant too. Whether they may be used against Defendant 1 is a question of law: say on the exhibit against whom it may be used.",
            Answer(law).Beside);
        small.Tick("a", small.Exhibit([new Origin(small.Defendant2)], small.Clerk));
        Assert.Contains(Answer(law).Beside, said => said.StartsWith("EX-1 (Exhibit) and EX-2 (Exhibit) hold the words of Defendant 2", StringComparison.Ordinal));
        small.Change(interview, exhibit => exhibit with { OnlyAgainst = [small.Defendant1, small.Defendant2] });
        Assert.Contains(Answer(law).Beside, said => said.StartsWith("EX-2 (Exhibit) holds the words of Defendant 2", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_cited_and_may_not_be_used_here_is_said_beside_the_count()
    {
        small.Count();
        small.Count(small.Defendant2);
        var interview = small.Found("interview");
        var letter = small.Found("letter");
        var tied = small.Tick("a", interview, letter);
        Assert.Empty(Answer(Offence(Leaf("a"))).Beside);
        small.Change(interview, exhibit => exhibit with { OnlyAgainst = [small.Defendant2] });
        small.Change(letter, exhibit => exhibit with { OnlyFor = [small.Fact(null).Id], Purpose = "Why she stayed" });
        var view = View(Offence(Leaf("a")));
        Assert.Equal(
            ["EX-1 may not be used against this defendant.", "EX-2 was let in for another purpose only: Why she stayed"],
            CountAnswers.Of(view, Unit.Texts, 1)!.Beside);
        Assert.Equal(["EX-2 was let in for another purpose only: Why she stayed"], CountAnswers.Of(view, Unit.Texts, 2)!.Beside);
        Assert.Equal(ProofWord.NotSupported, CountAnswers.Of(view, Unit.Texts, 1)!.Line.Word);
        Assert.Equal(tied.Fact, view.Case.FactTies.Single().Fact);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Halves_for_several_survivors_are_not_called_a_ruling_of_the_court(bool forNobody)
    {
        if (forNobody)
        {
            small.CountForNobody();
        }
        else
        {
            small.Count();
        }

        small.Tie("a", small.Fact(null, small.Found("bank")), survivors: [small.SurvivorA]);
        small.Tie("b", small.Fact(null, small.Found("phone")), survivors: [small.SurvivorB]);
        Assert.StartsWith(
            forNobody ? "Not supported: every element has a source for one survivor or another" : "Not supported: one of 2 elements",
            Answer(Offence(Leaf("a"), Leaf("b"))).Line.Sentence.Replace("1 of 2", "one of 2", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_that_was_answered_by_an_assertion_alone_says_why_it_is_contested()
    {
        small.Count();
        var fact = small.Fact(null, small.Found("bank"));
        small.Tie("a", fact);
        var against = small.Cite(fact, small.Found("contract"), Bearing.Undermines);
        var challenge = small.Challenge(ArguedBy.Defence, new Target(TargetKind.Fact, fact.Id.Value));
        var law = Offence(Leaf("a"));
        const string One = "What speaks against it is answered once by what rests on nothing yet: that stays contested until the answer rests on something that holds, or the court has ruled.";
        Assert.DoesNotContain(Because(), said => said.Contains("rests on nothing", StringComparison.Ordinal));
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.Challenge, challenge.Id.Value));
        Assert.Contains(One, Because());
        Assert.Contains("One of them is answered, but the answer rests on nothing yet. Say what it rests on.", Why());
        small.Challenge(ArguedBy.Prosecution, new Target(TargetKind.ExhibitTie, against.Id.Value));
        Assert.Contains(Because(), said => said.StartsWith("Of what speaks against it, 2 things are answered by what rests on nothing yet", StringComparison.Ordinal));
        Assert.Contains("2 of them are answered, but the answers rest on nothing yet. Say what they rest on.", Why());
        Assert.Equal([(false, true), (false, true)], Answer(law).Challenges.Select(line => (line.IsOut, line.IsAsserted)));
        small.Answer(new Target(TargetKind.Challenge, challenge.Id.Value));
        small.Answer(new Target(TargetKind.ExhibitTie, against.Id.Value));
        Assert.Equal(ProofWord.Supported, Answer(law).Line.Word);
        Assert.DoesNotContain(Because(), said => said.Contains("rests on nothing", StringComparison.Ordinal));
        Assert.Equal([(true, false), (true, false)], Answer(law).Challenges.Select(line => (line.IsOut, line.IsAsserted)));

        IEnumerable<string> Because() => Answer(law).Because.Select(sentence => sentence.ToString());
        IEnumerable<string> Why() => Assert.Single(Answer(law).Next, next => next.Finding.Kind == FindingKind.Contested).Why.Select(why => why.ToString());
    }

    [Theory]
    [InlineData("2025-04-01", "Supported if believed, also without Survivor A. Another text of its law begins on 1 April 2025, within its days: split it on that day.")]
    [InlineData("2025-03-01", "Supported if believed, also without Survivor A.")]
    [InlineData("2025-05-01", "Supported if believed, also without Survivor A. Another text of its law begins on 1 May 2025, within its days: split it on that day.")]
    [InlineData("2025-05-02", "Supported if believed, also without Survivor A.")]
    public void A_count_in_one_line_says_that_another_text_begins_within_its_days(string begins, string sentence)
    {
        var day = DateOnly.ParseExact(begins, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal(sentence, Line(law => [law.Valid(new(2020, 1, 1), day.AddDays(-1)), law.Valid(day, null)]));
    }

    [Theory]
    [InlineData("2025-04-14", "Supported if believed, also without Survivor A. This pack has no text of its law for 15 April 2025, within its days: split it on that day, or find the text.")]
    [InlineData("2025-05-01", "Supported if believed, also without Survivor A.")]
    [InlineData("2025-02-01", "The law pack has no text for its first day.")]
    public void A_count_in_one_line_says_that_there_is_no_text_for_a_day_of_its_own(string ends, string sentence) =>
        Assert.Equal(sentence, Line(law => [law.Valid(new(2020, 1, 1), DateOnly.ParseExact(ends, "yyyy-MM-dd", CultureInfo.InvariantCulture))]));

    private string Line(Func<Offence, Offence[]> texts)
    {
        small.Count();
        small.Tick("a", small.Found("bank"));
        var proof = CaseProof.Of(small.Snapshot(), Packs(texts(Offence(Leaf("a")))));
        var line = Assert.Single(CountAnswers.All(new ProofView(proof.Case, proof, new ProofEngine(proof.Graph)), Unit.Texts));
        Assert.Equal(line.Sentence, CountAnswers.Of(new ProofView(proof.Case, proof, new ProofEngine(proof.Graph)), Unit.Texts, 1)!.Line.Sentence);
        return line.Sentence;
    }

    private DependsOn DependsOn(CutSets cuts)
    {
        small.Count();
        var view = View(Offence(Leaf("a")));
        return new ProofSentences(new ProofWords(view.Proof, Unit.Texts), view.Engine).Of(view.Proof.Columns[0], cuts);
    }

    private CountAnswer Answer(Offence law) => CountAnswers.Of(View(law), Unit.Texts, 1)!;

    private string GridHead(Offence law) => GridAnswer.Of(View(law), Unit.Texts, law.Id, Day).Value.Heads[0].Answer;

    private ProofWords Words(Offence law) => new(View(law).Proof, Unit.Texts);

    private ProofView View(Offence law)
    {
        var proof = small.Proof(law);
        return new ProofView(proof.Case, proof, new ProofEngine(proof.Graph));
    }
}
