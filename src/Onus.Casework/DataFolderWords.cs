using Onus.Content;
using Onus.Store;

namespace Onus.Casework;

/// <summary>What is the matter with a data folder, in one sentence. It never holds a connection: one may have a password in it.</summary>
public static class DataFolderWords
{
    /// <summary>The sentence.</summary>
    /// <param name="e">What was thrown; see <see cref="DataFolderFault.Is"/>.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="texts">The language.</param>
    public static string Of(Exception e, string folder, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return e is FolderSettingsException wrong ? texts.Of(wrong.Why)
            : DataFolderFault.IsFull(e, folder) ? texts.Format("data.full", ("folder", folder))
            : texts.Format("data.failed", ("folder", folder), ("reason", DataFolderFault.Root(e).Message));
    }
}
