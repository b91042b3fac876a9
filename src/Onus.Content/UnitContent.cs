using Onus.Domain.Law;

namespace Onus.Content;

/// <summary>The content that a unit works with: texts, law and guidance of one content folder, each read once, when it is first asked for.</summary>
/// <remarks>Safe for all threads.</remarks>
public sealed class UnitContent
{
    private readonly Lazy<LawPacks> law;
    private readonly Lazy<RetentionGuide> retention;

    private UnitContent(string folder, Texts texts)
    {
        Folder = folder;
        Texts = texts;
        law = new(LoadLaw);
        retention = new(() => RetentionGuide.Load(folder, texts));
    }

    /// <summary>The content folder.</summary>
    public string Folder { get; }

    /// <summary>The texts of the unit's language.</summary>
    public Texts Texts { get; }

    /// <summary>The law packs, all of them sound.</summary>
    /// <exception cref="ContentFaultException">A pack has a fault; the message names file and line.</exception>
    public LawPacks Law => law.Value;

    /// <summary>How long holders keep things.</summary>
    /// <exception cref="ContentFaultException">The file has a fault; the message names file and line.</exception>
    public RetentionGuide Retention => retention.Value;

    /// <summary>The program's own content, in English, as the command line speaks.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no content folder.</exception>
    /// <exception cref="ContentFaultException">A text is broken; the message names file and line.</exception>
    public static UnitContent Own() => Open(configured: null, "en", strict: false);

    /// <summary>Opens a content folder and reads the texts of a language.</summary>
    /// <param name="configured">See <see cref="ContentFolder.Find(string?)"/>.</param>
    /// <param name="language">Code of a <see cref="Language"/>.</param>
    /// <param name="strict">Whether a missing text is an error.</param>
    /// <exception cref="DirectoryNotFoundException">There is no content folder.</exception>
    /// <exception cref="ContentFaultException">A text is broken; the message names file and line.</exception>
    public static UnitContent Open(string? configured, string language, bool strict)
    {
        var folder = ContentFolder.Find(configured);
        return new UnitContent(folder, Texts.Load(folder, language, strict));
    }

    private LawPacks LoadLaw()
    {
        var loaded = LawPackFiles.Load(Path.Combine(Folder, "law"));
        return loaded.Faults is [var first, ..]
            ? throw new ContentFaultException(first.File, first.Line, Texts.Format("law.has-faults", ("fault", Texts.Of(first.Why))))
            : loaded.Packs;
    }
}
