namespace Onus.Domain.Proof;

/// <summary>Answers questions about one graph.</summary>
public sealed class ProofEngine;
