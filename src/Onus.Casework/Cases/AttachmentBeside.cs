using Onus.Domain.Evidence;
using Onus.Domain.People;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;

namespace Onus.Casework.Cases;

/// <summary>Files that a chat names and that were handed in beside its export and not inside it.</summary>
public static class AttachmentBeside
{
    /// <summary>The file that a message names and that its export does not hold, where it lies beside the export, as in a folder that was unpacked; null where it does not.</summary>
    /// <param name="chat">The export.</param>
    /// <param name="warning">The warning that it did not come with the chat.</param>
    /// <param name="materials">The files of the case.</param>
    public static Material? Of(MaterialId chat, string warning, IReadOnlyCollection<Material> materials) =>
        warning.StartsWith(ReadWarnings.AttachmentMissing + ":", StringComparison.Ordinal) && materials.FirstOrDefault(file => file.Id == chat) is { } export
            ? materials.FirstOrDefault(file => file.Withdrawn is null && FileNames.LiesBeside(file.Name, export.Name, warning[(ReadWarnings.AttachmentMissing.Length + 1)..]))
            : null;
}
