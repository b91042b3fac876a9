using System.Diagnostics;
using System.Globalization;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Documents;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Onus.Bench;

/// <summary>Pages a second of the PDF reader, and whether its memory grows with the number of pages. Target: 20 pages a second, flat.</summary>
internal static class PdfBench
{
    private const int LinesPerPage = 48;

    public static int Run()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pdf: pages of {LinesPerPage} lines, {Environment.ProcessorCount} processors, median of 3"));
        Console.WriteLine("pages | file KiB | seconds | pages/s | highest live heap MiB");
        foreach (var pages in (int[])[50, 200, 500])
        {
            var path = Path.Combine(Path.GetTempPath(), $"onus-bench-{Environment.ProcessId}-{pages}.pdf");
            try
            {
                var pdf = Pdf(pages);
                File.WriteAllBytes(path, pdf);
                var file = new EvidenceFile("bench.pdf", Sha256.Of(pdf), pdf.Length, pdf.AsMemory(0, 1024), () => File.OpenRead(path));
                var seconds = Enumerable.Range(0, 3).Select(_ => Seconds(file)).Order().ElementAt(1);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages} | {file.Length / 1024} | {seconds:0.00} | {pages / seconds:0} | {HighestHeap(file) / 1048576.0:0.0}"));
            }
            finally
            {
                File.Delete(path);
            }
        }

        return 0;
    }

    private static double Seconds(EvidenceFile file)
    {
        var watch = Stopwatch.StartNew();
        new PdfReader().Read(file, new ReadOptions(), _ => { });
        return watch.Elapsed.TotalSeconds;
    }

    // What is alive after a collection, looked at every ten pages: what the reader holds on to.
    private static long HighestHeap(EvidenceFile file)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true), highest = 0, records = 0;
        new PdfReader().Read(file, new ReadOptions(), _ =>
        {
            if (++records % 10 == 0)
            {
                highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        });
        return highest;
    }

    private static byte[] Pdf(int pages)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        for (var page = 1; page <= pages; page++)
        {
            var content = builder.AddPage(PageSize.A4);
            for (var line = 0; line < LinesPerPage; line++)
            {
                var text = string.Create(CultureInfo.InvariantCulture, $"Page {page}, line {line}: the ledger of the depot lists {page * line} meals, and nobody was paid for them.");
                content.AddText(text, 10, new PdfPoint(50, 790 - (line * 15)), font);
            }
        }

        return builder.Build();
    }
}
