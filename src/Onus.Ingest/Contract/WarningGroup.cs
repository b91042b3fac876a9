namespace Onus.Ingest.Contract;

/// <summary>What a warning of a reader means for whoever relies on a record.</summary>
public enum WarningGroup
{
    /// <summary>Something of the original may be missing from what was read, or was read otherwise than it shows.</summary>
    Lost,

    /// <summary>Words that are read and that nobody sees in the original: covered, hidden, without colour, too small.</summary>
    Unseen,

    /// <summary>What the original names and does not hold: a picture that was not exported, a message taken back.</summary>
    Absent,

    /// <summary>Who wrote it, when, where it belongs, or whether two statements of the file agree, is in doubt.</summary>
    Doubt,

    /// <summary>Something to know by which nothing is lost.</summary>
    Told,
}
