using Microsoft.EntityFrameworkCore;
using Onus.Domain.Shared;
using Onus.Store;

namespace Onus.Casework.Originals;

/// <summary>Opens a picture of the vault for a browser to draw. Its type is that of its first bytes, whatever its name says.</summary>
public sealed class OpenPicture(OnusStore store)
{
    /// <summary>An opened picture.</summary>
    /// <param name="Content">Its bytes; the caller disposes.</param>
    /// <param name="MediaType">One of the few types that browsers draw and cannot run.</param>
    public sealed record Picture(Stream Content, string MediaType);

    /// <summary>Opens it.</summary>
    /// <returns><c>files.not-found</c>, <c>files.no-picture</c> for what no browser draws, <c>files.original-outside</c> where the authority does not cover the picture, <c>files.original-privileged</c> where it is not the actor's to look at.</returns>
    public Task<Result<Picture>> Handle(string reference, MaterialId file, Actor actor, CancellationToken cancel)
    {
        return store.See<Picture>(reference, actor, async (work, found) =>
        {
            var material = await work.Db.Materials.FirstOrDefaultAsync(m => m.CaseId == found.Id && m.Id == file, cancel);
            if (material is null)
            {
                return Error.NotFound("files.not-found");
            }

            if ((await OpenParts.Of(work.Db, material, cancel)).RefusePicture() is { } closed)
            {
                return closed;
            }

            var stream = store.Vault.Open(material.VaultName);
            var prefix = new byte[16];
            var read = await stream.ReadAtLeastAsync(prefix, prefix.Length, throwOnEndOfStream: false, cancel);
            stream.Position = 0;
            if (TypeOf(prefix.AsSpan(0, read)) is { } type)
            {
                return new Picture(stream, type);
            }

            await stream.DisposeAsync();
            return Error.Invalid("files.no-picture", ("file", material.Title));
        }, cancel);
    }

    /// <summary>The type of a picture by its first bytes; null for what browsers do not draw, and for SVG, which can hold scripts.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> prefix) => prefix switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'B', (byte)'M', ..] => "image/bmp",
        _ => null,
    };
}
