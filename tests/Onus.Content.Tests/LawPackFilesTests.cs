namespace Onus.Content.Tests;

public sealed class LawPackFilesTests : IDisposable
{
    private const string Pack = """
        country: zz
        title: Somewhere
        language: en
        status: unreviewed
        terms: {general: survivor, court: complainant}
        consent: Never counts.
        sources:
          - title: A book
            read: all of it
        """;

    private const string Topics = """
        topics:
          - id: deception
            title: Deception
            sources: [the advert]
            traps: [keep both versions]
        """;

    private const string Theft = """
        id: zz.theft
        citation: Code, section 1
        title: Theft
        valid: {from: 2020-01-01}
        confidence: B
        elements:
          all:
            - leaf: zz.theft.takes
              text: The defendant took it
              evidence: [deception]
              per-defendant: true
            - leaf: zz.theft.intends
              text: The defendant meant to keep it
              mens: with intent
              per-defendant: true
        penalty: A year.
        sources:
          - title: A book
            read: page 1
        """;

    private const string Modes = """
        modes:
          - id: zz.helping
            citation: Code, section 2
            title: Helping
            valid: {from: 2000-01-01}
            guilty-of: its-own
            elements:
              all:
                - leaf: zz.helping.offence
                  text: Somebody else did it
                  offence: same
                  by: another
                - leaf: zz.helping.helped
                  text: The defendant helped
                  per-defendant: true
            sources: [{title: A book, read: page 2}]

        """;

    private readonly string folder = Path.Combine(Path.GetTempPath(), "onus-law-" + Guid.CreateVersion7().ToString("N"), "zz");

    public LawPackFilesTests()
    {
        Directory.CreateDirectory(folder);
        Write("pack.yaml", Pack);
        Write("topics.yaml", Topics);
        Write("theft.yaml", Theft);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);

    [Fact]
    public void A_sound_pack_loads_with_its_topics()
    {
        var loaded = LawPackFiles.Load(folder);
        Assert.Empty(loaded.Faults);
        var leaf = Assert.Single(Assert.Single(loaded.Packs.Packs).Offences).Leaves().First();
        Assert.Equal(["the advert"], leaf.Evidence.Single().Sources);
    }

    [Fact]
    public void A_file_of_the_pack_stands_for_the_pack() => Assert.Single(LawPackFiles.Load(Path.Combine(folder, "theft.yaml")).Packs.Packs);

    [Fact]
    public void A_folder_without_packs_has_none() =>
        Assert.Empty(LawPackFiles.Load(Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName).Seen);

    [Theory]
    [InlineData("  text: The defendant took it", "  txt: The defendant took it", 9, "content.unknown-key")]
    [InlineData("  text: The defendant took it", "  txt: The defendant took it", 8, "content.missing-key")]
    [InlineData("from: 2020-01-01", "from: 01.02.2020", 4, "content.not-a-date")]
    [InlineData("confidence: B", "confidence: sure", 5, "content.not-one-of")]
    [InlineData("per-defendant: true", "per-defendant: perhaps", 15, "content.not-one-of")]
    [InlineData("penalty: A year.", "penalty:", 1, "content.missing-key")]
    [InlineData("evidence: [deception]", "evidence: [gossip]", 10, "law.no-such-topic")]
    [InlineData("evidence: [deception]", "burden: defence", 10, "law.burden-on-defence")]
    [InlineData("confidence: B", "burden: defendant", 5, "law.burden-on-defence")]
    [InlineData("leaf: zz.theft.intends", "leaf: zz.theft.takes", 12, "law.id-twice")]
    [InlineData("leaf: zz.theft.intends", "leaf: zz.robbery.intends", 12, "law.element-id")]
    [InlineData("leaf: zz.theft.intends", "leaf: zz.theft.Intends", 12, "law.element-id")]
    [InlineData("leaf: zz.theft.intends", "fact: zz.theft.intends", 12, "law.no-element")]
    [InlineData("id: zz.theft\n", "id: yy.theft\n", 1, "law.offence-id")]
    [InlineData("  all:", "  some:", 7, "law.one-rule")]
    [InlineData("  all:", "  at-least: 3\n  of:", 7, "law.at-least")]
    [InlineData("mens: with intent", "not-required-when: zz.theft.child", 14, "law.no-such-leaf")]
    [InlineData("mens: with intent", "kind: presumed", 12, "law.presumption")]
    [InlineData("mens: with intent", "corroboration: {min-origins: 4}", 14, "law.corroboration")]
    [InlineData("mens: with intent", "hints: [{instead: zz.nothing, text: Look there}]", 14, "law.no-such-element")]
    [InlineData("title: Theft", "title: [Theft, Robbery]", 3, "content.not-a-text")]
    [InlineData("penalty: A year.", "penalty: A year.\nstatus: reviewed", 17, "law.review")]
    [InlineData("penalty: A year.", "penalty: 'A year.", 16, "content.broken-yaml")]
    [InlineData("title: Theft", "title: Theft\ntitle: Robbery", 4, "content.broken-yaml")]
    [InlineData("title: Theft", "title: &name Theft", 3, "content.broken-yaml")]
    [InlineData("text: The defendant took it", "text: ''", 9, "law.blank")]
    [InlineData("evidence: [deception]\n      per-defendant: true", "evidence: [deception]", 8, "law.whose-leaf")]
    [InlineData("mens: with intent\n      per-defendant: true", "mens: with intent", 12, "law.whose-leaf")]
    [InlineData("mens: with intent", "about: person", 14, "law.whose-leaf-twice")]
    [InlineData("mens: with intent", "offence: zz.robbery", 14, "law.no-such-offence")]
    [InlineData("mens: with intent", "offence: same", 14, "law.same-outside-mode")]
    [InlineData("penalty: A year.", "penalty: A year.\nlimitation-clocks: [{source: here}]", 17, "law.clock-years-or-unlimited")]
    [InlineData("penalty: A year.", "penalty: A year.\nlimitation-clocks: [{years: 0, source: here}]", 17, "law.clock-years")]
    [InlineData("    - leaf: zz.theft.intends", "  \t- leaf: zz.theft.intends", 12, "content.tab")]
    [InlineData("  all:", "\tall:", 7, "content.tab")]
    [InlineData("    read: page 1", "\tread: page 1", 19, "content.tab")]
    public void A_fault_is_named_with_its_line(string sound, string broken, int line, string key)
    {
        Assert.Contains(sound, Theft, StringComparison.Ordinal);
        Write("theft.yaml", Theft.Replace(sound, broken, StringComparison.Ordinal));
        var loaded = LawPackFiles.Load(folder);
        Assert.Contains((line, key), loaded.Faults.Select(fault => (fault.Line, fault.Why.Key)));
        Assert.All(loaded.Faults, fault => Assert.EndsWith("theft.yaml", fault.File, StringComparison.Ordinal));
        Assert.Empty(loaded.Packs.Packs);
        // Strict: a fault without a sentence, or a sentence that names what it was not given, is an error.
        var texts = Texts.Load(ContentFolder.Find(), "en", strict: true);
        Assert.All(loaded.Faults, fault => Assert.NotEmpty(texts.Of(fault.Why)));
    }

    [Theory]
    [InlineData("country: zz", "country: xx", 1, "law.country-folder")]
    [InlineData("language: en", "language: English", 3, "law.language")]
    [InlineData("status: unreviewed", "status: reviewed", 4, "law.review")]
    [InlineData("general: survivor", "general: person", 5, "content.not-one-of")]
    [InlineData("sources:\n  - title: A book\n    read: all of it", "note: none", 1, "law.no-sources")]
    public void A_fault_of_the_pack_is_named_with_its_line(string sound, string broken, int line, string key)
    {
        Assert.Contains(sound, Pack, StringComparison.Ordinal);
        Write("pack.yaml", Pack.Replace(sound, broken, StringComparison.Ordinal));
        Assert.Contains((line, key), LawPackFiles.Load(folder).Faults.Select(fault => (fault.Line, fault.Why.Key)));
    }

    [Fact]
    public void Two_versions_of_an_offence_may_not_be_in_force_on_the_same_day()
    {
        Write("theft-2010.yaml", Theft.Replace("from: 2020-01-01", "from: 2010-01-01, to: 2020-01-01", StringComparison.Ordinal));
        var fault = Assert.Single(LawPackFiles.Load(folder).Faults);
        Assert.Equal("law.versions-overlap", fault.Why.Key);
        Assert.Equal(4, fault.Line);
        Write("theft-2010.yaml", Theft.Replace("from: 2020-01-01", "from: 2010-01-01, to: 2019-12-31", StringComparison.Ordinal));
        Assert.Empty(LawPackFiles.Load(folder).Faults);
    }

    [Fact]
    public void Offences_that_ask_for_each_other_are_a_circle_in_both_files()
    {
        Write("theft.yaml", Theft.Replace("mens: with intent\n      per-defendant: true", "offence: zz.robbery", StringComparison.Ordinal));
        Write("robbery.yaml", Theft.Replace("zz.theft", "zz.robbery", StringComparison.Ordinal).Replace("mens: with intent\n      per-defendant: true", "offence: zz.theft", StringComparison.Ordinal));
        Assert.Equal([("robbery.yaml", 14, "law.offence-circle"), ("theft.yaml", 14, "law.offence-circle")],
            LawPackFiles.Load(folder).Faults.Select(fault => (Path.GetFileName(fault.File), fault.Line, fault.Why.Key)));
    }

    [Fact]
    public void A_way_of_taking_part_stands_once_and_is_a_way_to_every_offence()
    {
        Write("robbery.yaml", Theft.Replace("zz.theft", "zz.robbery", StringComparison.Ordinal));
        Write("modes.yaml", Modes);
        var loaded = LawPackFiles.Load(folder);
        Assert.Empty(loaded.Faults);
        Assert.All(Assert.Single(loaded.Packs.Packs).Offences, offence => Assert.NotNull(offence.Find("zz.helping.helped")));
        Write("modes.yaml", Modes + "    offences: [zz.robbery]\n");
        Assert.Equal(["zz.robbery"], LawPackFiles.Load(folder).Packs.Packs.Single().Offences.Where(offence => offence.Modes.Count > 0).Select(offence => offence.Id));
    }

    [Theory]
    [InlineData("by: another", "by: anyone", 9, "law.mode-by-another")]
    [InlineData("offence: same", "offence: zz.theft", 11, "law.mode-other-offence")]
    [InlineData("id: zz.helping", "id: zz.theft", 2, "law.mode-id")]
    [InlineData("per-defendant: true", "note: Somebody", 13, "law.whose-leaf")]
    [InlineData("guilty-of: its-own", "offences: [zz.arson]", 6, "law.no-such-offence")]
    public void A_fault_of_a_way_of_taking_part_is_named_with_its_line(string sound, string broken, int line, string key)
    {
        Assert.Contains(sound, Modes, StringComparison.Ordinal);
        Write("modes.yaml", Modes.Replace(sound, broken, StringComparison.Ordinal));
        Assert.Contains(("modes.yaml", line, key), LawPackFiles.Load(folder).Faults.Select(fault => (Path.GetFileName(fault.File), fault.Line, fault.Why.Key)));
    }

    [Fact]
    public void All_faults_are_found_and_a_sound_neighbour_still_loads()
    {
        var neighbour = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(folder)!, "yy")).FullName;
        File.WriteAllText(Path.Combine(neighbour, "pack.yaml"), Pack.Replace("zz", "yy", StringComparison.Ordinal));
        Write("theft.yaml", Theft.Replace("text: The", "txt: The", StringComparison.Ordinal).Replace("B\n", "C\n", StringComparison.Ordinal));
        var loaded = LawPackFiles.Load(Path.GetDirectoryName(folder)!);
        Assert.Equal(["yy"], loaded.Packs.Packs.Select(pack => pack.Country));
        Assert.Equal(5, loaded.Faults.Count);
    }

    [Fact]
    public void What_is_not_UTF_8_is_not_read()
    {
        File.WriteAllBytes(Path.Combine(folder, "theft.yaml"), [0x69, 0x64, 0x3A, 0x20, 0xFF, 0xFE]);
        Assert.Equal("content.not-utf8", Assert.Single(LawPackFiles.Load(folder).Faults).Why.Key);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text.ReplaceLineEndings("\n"));
}
