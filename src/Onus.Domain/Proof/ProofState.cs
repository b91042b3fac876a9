namespace Onus.Domain.Proof;

/// <summary>How far something is proved; never a percentage. Ordered: more is better for the prosecution.</summary>
public enum ProofState
{
    /// <summary>Not supported, even if every open dispute goes the prosecution's way.</summary>
    Fails = 0,

    /// <summary>Supported or not, as an open dispute is resolved: neither challenge nor answer prevails.</summary>
    Contested,

    /// <summary>Supported if believed, whatever becomes of the open disputes.</summary>
    Stands,
}

/// <summary>Which challenges without a ruling are taken to be in play. Sustained ones always are, overruled ones never.</summary>
public enum Reading
{
    /// <summary>None.</summary>
    RuledOnly = 0,

    /// <summary>Those that are filed.</summary>
    WithFiled,

    /// <summary>Every challenge anybody thought of.</summary>
    WithAll,
}
