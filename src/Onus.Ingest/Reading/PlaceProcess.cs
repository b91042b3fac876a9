using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Documents;

namespace Onus.Ingest.Reading;

/// <summary>
/// Looks up one place of a document for a viewer, in a child process as every parsing of hostile bytes: the layout of a page of a PDF, or the hash
/// of a paragraph or a comment of a DOCX.
/// </summary>
public static class PlaceProcess
{
    private const int MostCharacters = 64 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>The layout of a page of a PDF; null where there is none, or its reader died or took longer than 20 seconds.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="page">Page, from 1.</param>
    /// <param name="cancel">Ends the child.</param>
    public static async Task<PageLayout?> Layout(string path, int page, CancellationToken cancel)
    {
        var answer = await Ask(path, "layout", page, cancel).ConfigureAwait(false);
        try
        {
            return answer is null ? null : PageLayout.FromJson(answer);
        }
        catch (JsonException)
        {
            // The child was taken over or cut off: what it says is nothing.
            return null;
        }
    }

    /// <summary>The hash of a paragraph of a DOCX as it is now; null where there is none, or its reader died.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="paragraph">Paragraph, from 1.</param>
    /// <param name="cancel">Ends the child.</param>
    public static async Task<Sha256?> Paragraph(string path, int paragraph, CancellationToken cancel) =>
        await Ask(path, "paragraph", paragraph, cancel).ConfigureAwait(false) is { Length: 64 } hex ? new Sha256(hex) : null;

    /// <summary>The hash of a comment of a DOCX as it is now; null where there is none, or its reader died.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="comment">Comment, from 1.</param>
    /// <param name="cancel">Ends the child.</param>
    public static async Task<Sha256?> Comment(string path, int comment, CancellationToken cancel) =>
        await Ask(path, "comment", comment, cancel).ConfigureAwait(false) is { Length: 64 } hex ? new Sha256(hex) : null;

    /// <summary>What the child answers; null for a verb that is not one of these, empty where there is no such place.</summary>
    internal static string? Answer(string verb, string path, string number)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
        {
            return null;
        }

        return verb switch
        {
            "layout" => PdfLayout.Of(EvidenceFile.At(path), at)?.ToJson() ?? "",
            "paragraph" => DocxSlice.Of(EvidenceFile.At(path), new DocxPosition(at))?.Hex ?? "",
            "comment" => DocxSlice.Of(EvidenceFile.At(path), new DocxCommentPosition(at, null))?.Hex ?? "",
            _ => null,
        };
    }

    private static async Task<string?> Ask(string path, string verb, int number, CancellationToken cancel)
    {
        var limits = ReadingLimits.For(new FileInfo(path).Length) with { Wall = Longest };
        Process child;
        try
        {
            var start = ReadingSandbox.StartInfo(path, limits, verb, number.ToString(CultureInfo.InvariantCulture));
            child = ChildStarter.Start(start) ?? throw new Win32Exception();
        }
        catch (Exception e) when (e is Win32Exception or FileNotFoundException)
        {
            return null;
        }

        using (child)
        using (var budget = CancellationTokenSource.CreateLinkedTokenSource(cancel))
        {
            budget.CancelAfter(limits.Wall);
            try
            {
                child.StandardInput.Close();
                var errors = child.StandardError.ReadToEndAsync(budget.Token);
                var answer = await ReadAtMost(child.StandardOutput, budget.Token).ConfigureAwait(false);
                await errors.ConfigureAwait(false);
                await child.WaitForExitAsync(budget.Token).ConfigureAwait(false);
                return child.ExitCode == 0 ? answer : null;
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return null;
            }
            finally
            {
                if (!child.HasExited)
                {
                    child.Kill(entireProcessTree: true);
                }
            }
        }
    }

    private static async Task<string?> ReadAtMost(StreamReader output, CancellationToken cancel)
    {
        var text = new System.Text.StringBuilder();
        var buffer = new char[32 * 1024];
        for (int read; (read = await output.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0;)
        {
            if (text.Length + read > MostCharacters)
            {
                return null;
            }

            text.Append(buffer, 0, read);
        }

        return text.ToString();
    }
}
