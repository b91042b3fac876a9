using System.Text;
using Onus.Domain.Evidence;
using Onus.Store.Vault;

namespace Onus.Store.Tests;

[Trait("Database", "none")]
public sealed class VaultTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_stored_comes_back_byte_for_byte_from_any_place()
    {
        using var folder = new ScratchFolder();
        var bytes = Enumerable.Range(0, 3_000_000).Select(i => unchecked((byte)(i * 7))).ToArray();
        var vault = new FileVault(folder.Path);
        var stored = await vault.Store(new MemoryStream(bytes), Cancel);
        Assert.Equal(Sha256.Of(bytes), stored.Hash);
        Assert.Equal(bytes.Length, stored.Bytes);
        await using var back = vault.Open(stored.Name);
        Assert.Equal(bytes.Length, back.Length);
        back.Seek(1_234_567, SeekOrigin.Begin);
        Assert.Equal(bytes[1_234_567], back.ReadByte());
        back.Position = 0;
        using var all = new MemoryStream();
        await back.CopyToAsync(all, Cancel);
        Assert.Equal(bytes, all.ToArray());
    }

    [Fact]
    public async Task The_name_in_the_vault_says_nothing_about_the_file()
    {
        using var folder = new ScratchFolder();
        var vault = new FileVault(folder.Path);
        var stored = await vault.Store(new MemoryStream(Encoding.UTF8.GetBytes("statement")), Cancel);
        var path = Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
        Assert.DoesNotContain(stored.Hash.Hex[..8], path, StringComparison.Ordinal);
        Assert.Equal([stored.Name], vault.Names());
    }

    [Fact]
    public async Task A_source_that_breaks_off_leaves_nothing_behind()
    {
        using var folder = new ScratchFolder();
        var vault = new FileVault(folder.Path);
        await Assert.ThrowsAsync<IOException>(() => vault.Store(new BrokenStream(), Cancel));
        Assert.Empty(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_in_a_form_of_a_later_version_is_refused_not_misread()
    {
        using var folder = new ScratchFolder();
        var vault = new FileVault(folder.Path);
        var stored = await vault.Store(new MemoryStream([1, 2, 3]), Cancel);
        var path = Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories)[0];
        await File.WriteAllBytesAsync(path, [9, 1, 2, 3], Cancel);
        Assert.Throws<InvalidDataException>(() => vault.Open(stored.Name));
    }

    private sealed class ScratchFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("onus-vault-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }

    private sealed class BrokenStream : MemoryStream
    {
        private int reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            reads++ == 0 ? ValueTask.FromResult(Math.Min(1000, buffer.Length)) : throw new IOException("The cable was pulled.");
    }
}
