using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Onus.Store;

/// <summary>Tells what a data folder throws when its disk is full, failing or not to be written to, from what is a bug.</summary>
public static class DataFolderFault
{
    private const int SqliteFull = 13;
    private const int SqliteIoError = 10;
    private const int SqliteCannotOpen = 14;

    // What a disk has to have for SQLite to make its files of shared memory; below that its errors speak of input and output only.
    private const long Room = 256 * 1024;

    /// <summary>Whether the disk, the database or the vault is the cause.</summary>
    public static bool Is(Exception e) => e is IOException or InvalidDataException or UnauthorizedAccessException or DbException or DbUpdateException;

    /// <summary>Whether the cause is that the disk, or what its owner may use of it, is full.</summary>
    /// <param name="e">What was thrown.</param>
    /// <param name="folder">The data folder.</param>
    public static bool IsFull(Exception e, string folder) => Root(e) switch
    {
        SqliteException { SqliteErrorCode: SqliteFull } => true,
        SqliteException { SqliteErrorCode: SqliteIoError or SqliteCannotOpen } => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace < Room,

        // No space left on device and quota exceeded, as Linux and Windows number them.
        IOException { HResult: 28 or 122 or unchecked((int)0x80070070) or unchecked((int)0x80070027) } => true,
        _ => false,
    };

    /// <summary>The innermost cause: wrappers say only that something else went wrong.</summary>
    public static Exception Root(Exception e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return e.GetBaseException();
    }
}
