using Onus.Content;
using Onus.Domain.Evidence;
using Onus.Domain.Jobs;
using Onus.Domain.Shared;
using Onus.Ingest.Contract;

namespace Onus.Web.Files;

/// <summary>What is said about files in more than one place.</summary>
internal static class FileWords
{
    /// <summary>A size for people; the exact one stands in bytes on the file's own page.</summary>
    public static string Size(Texts texts, long bytes) => bytes switch
    {
        < 1024 => texts.Format("files.bytes", ("count", bytes)),
        < 1024 * 1024 => texts.Format("files.kib", ("count", (bytes + 1023) / 1024)),
        _ => texts.Format("files.mib", ("count", (bytes + (1024 * 1024) - 1) / (1024 * 1024))),
    };

    /// <summary>What a file is, in a word; empty where it is in no known style.</summary>
    public static string Format(Texts texts, Material file) =>
        file.Profile == Ingest.Contract.ColumnProfile.NotABankTable ? texts["files.format.rows"] :
        file.Summary?.Format is { } format ? texts.Has("files.format." + format) ? texts["files.format." + format] : format : "";

    /// <summary>What is kept of a container, and where its files are.</summary>
    public static string Holds(Texts texts, Material container, IReadOnlyCollection<Material> files) =>
        Containers.In(container.Id, files) is { Count: > 0 } inside ? texts.Format("files.contains", ("count", inside.Count)) : texts["files.contains-nothing"];

    /// <summary>Why a file can't be read, in one sentence.</summary>
    public static string WhyUnusable(Texts texts, Material file)
    {
        var failure = file.Summary?.Failure ?? SkipReasons.EmptyFile;
        return texts.Format("errors." + failure, ("file", file.Title))
            + (failure == Failures.NoKnownStyle ? " " + WhatToDo(texts, file.Name) : "");
    }

    /// <summary>What a file in no style that Onus reads looks like by its name, and what a person can do with it.</summary>
    private static string WhatToDo(Texts texts, string name)
    {
        var ending = Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
        return ending == "zip" ? texts["files.zip-folder"]
            : ending.Length > 0 && ending.All(char.IsAsciiLetterOrDigit) && texts.Has("files.unread." + ending) ? texts["files.unread." + ending]
            : texts["files.unread.any"];
    }

    /// <summary>What was not read and why: "3: empty rows".</summary>
    public static string Skip(Texts texts, Skipped skipped) =>
        texts.Format("files.skip", ("count", skipped.Count), ("reason", texts["skipped." + skipped.Reason]));

    /// <summary>A warning of a file, with the value behind its colon.</summary>
    public static string Warning(Texts texts, string warning)
    {
        var colon = warning.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? texts["warnings." + warning] : texts.Format("warnings." + warning[..colon], ("value", warning[(colon + 1)..]));
    }

    /// <summary>Which files are being read.</summary>
    public static string ReadingNow(Texts texts, IEnumerable<string> titles) =>
        string.Join(", ", titles) is { Length: > 0 } now ? texts.Format("files.reading-now", ("file", now)) : texts["files.reading-next"];

    /// <summary>How far the reading of a file is.</summary>
    public static string SoFar(Texts texts, long records, long bytes, long of) => bytes > 0 && of > 0
        ? texts.Format("files.so-far-of", ("records", records), ("percent", Math.Min(bytes, of) * 100 / of))
        : texts.Format("files.so-far", ("count", records));

    /// <summary>What stands in the way of a file that nobody reads though it is answered for, or what is done about it.</summary>
    public static string Job(Texts texts, Material file, Job job) => job switch
    {
        { State: JobState.Running } => SoFar(texts, job.Records, job.Bytes, file.Bytes),
        { State: JobState.Stopped } => texts.Format("files.stopped-by", ("who", job.StoppedBy), ("day", DateOnly.FromDateTime(job.EndedAt!.Value.UtcDateTime))),
        { State: JobState.Failed, Error: { } error } => texts.Of(Error.Invalid(error, ("file", file.Title), ("profile", file.Profile ?? ""))),
        _ => texts["files.reading-next"],
    };

    /// <summary>Records of a file that are kept: read, and inside the authority.</summary>
    public static long Kept(Material file) => (file.Summary?.Records ?? 0) - file.OutOfScope;
}
