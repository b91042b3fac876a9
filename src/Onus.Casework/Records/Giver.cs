using Onus.Domain.Evidence;
using Onus.Domain.People;

namespace Onus.Casework.Records;

/// <summary>From whom a file is: what tells one bank's statements from another's, whose accounts may bear the same name.</summary>
internal static class Giver
{
    /// <summary>The same for every file of one giver, however the name is written; empty where nobody has said.</summary>
    internal static string Of(Material file) => file.FromPerson?.Value.ToString() ?? string.Join(' ', FoldedName.WordsOf(file.From));
}
