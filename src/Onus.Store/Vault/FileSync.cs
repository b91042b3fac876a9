using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Onus.Store.Vault;

/// <summary>
/// Makes a new name in a folder survive a power cut. A file's own flush does not: without this, files that were acknowledged are gone
/// after the cut. .NET can't open a folder, so the call is made to the system itself.
/// </summary>
internal static partial class FileSync
{
    private const int ReadOnlyDirectoryCloseOnExec = 0x90000; // O_RDONLY, O_DIRECTORY and O_CLOEXEC on x64; arm64 numbers O_DIRECTORY otherwise

    /// <summary>Flushes a folder. On Windows NTFS keeps names in its journal, and there is no such call.</summary>
    /// <exception cref="IOException">The folder could not be flushed. What was written must then be taken for lost.</exception>
    internal static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var flags = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x84000 : ReadOnlyDirectoryCloseOnExec;
        var descriptor = Open(folder, flags);
        if (descriptor < 0)
        {
            throw new IOException($"The folder '{folder}' could not be opened to flush it: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}.");
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.FlushToDisk(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);
}
