using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Onus.Web.Tests;

/// <summary>What the analyzer bans is there to be banned, and whoever does it all the same is told.</summary>
public sealed class BannedTests
{
    private const string Sample = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore;
        using Onus.Domain.Cases;
        using Onus.Domain.Evidence;
        using Onus.Store;
        sealed class Act
        {
            async Task Do(UnitOfWork work, CancellationToken cancel)
            {
                await Task.Yield();
                BODY
            }
        }
        """;

    private static readonly ImmutableArray<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    public static TheoryData<string, string> Lines => [.. Files.SelectMany(file => File.ReadLines(file).Select(line => (Path.GetFileName(file), line.Split(';')[0])))];

    private static IEnumerable<string> Files => Directory.EnumerateFiles(AppContext.BaseDirectory, "BannedSymbols*.txt");

    [Theory]
    [MemberData(nameof(Lines))]
    public void What_is_banned_exists(string file, string symbol)
    {
        var compilation = CSharpCompilation.Create("none", references: References);
        Assert.True(DocumentationCommentId.GetSymbolsForDeclarationId(symbol, compilation).Length > 0, $"{file} bans {symbol}, which is nowhere: it bans nothing.");
    }

    [Theory]
    [InlineData("await work.Db.Facts.ExecuteDeleteAsync(cancel);")]
    [InlineData("work.Db.Facts.ExecuteDelete();")]
    [InlineData("await work.Db.Facts.ExecuteUpdateAsync(set => set.SetProperty(fact => fact.Sentence, \"\"), cancel);")]
    [InlineData("work.Db.Facts.ExecuteUpdate(set => set.SetProperty(fact => fact.Sentence, \"\"));")]
    [InlineData("await work.Db.Facts.IgnoreQueryFilters().ToListAsync(cancel);")]
    [InlineData("await work.Db.Facts.IgnoreQueryFilters([\"side\"]).ToListAsync(cancel);")]
    [InlineData("await ((DbSet<Fact>)work.Db.Facts).FromSqlRaw(\"SELECT * FROM Facts\").ToListAsync(cancel);")]
    [InlineData("((DbSet<Fact>)work.Db.Facts).FromSql($\"SELECT * FROM Facts\").ToList();")]
    [InlineData("DbContext db = null!; await db.Database.ExecuteSqlRawAsync(\"DELETE FROM Facts\", cancel);")]
    [InlineData("DbContext db = null!; db.Database.GetDbConnection();")]
    [InlineData("DbContext db = null!; await db.SaveChangesAsync(cancel);")]
    [InlineData("new Microsoft.Data.Sqlite.SqliteConnection(\"Data Source=onus.db\").Open();")]
    [InlineData("await new Npgsql.NpgsqlConnection(\"Host=localhost\").OpenAsync(cancel);")]
    [InlineData("Console.WriteLine(DateTime.Now);")]
    [InlineData("Console.WriteLine(Guid.NewGuid());")]
    [InlineData("await work.Db.WholeRecords.ToListAsync(cancel);")]
    [InlineData("Microsoft.AspNetCore.Components.NavigationManager pages = null!; pages.NotFound();")]
    public async Task Another_way_to_rows_is_refused(string way) => Assert.Contains("RS0030", await Refused(way));

    [Theory]
    [InlineData("await work.Db.Facts.Where(fact => fact.On == null).ToListAsync(cancel);")]
    [InlineData("await work.Db.Records.ToListAsync(cancel);")]
    [InlineData("await work.Commit(null!, cancel);")]
    [InlineData("await work.Db.Exhibits.OrderBy(exhibit => exhibit.Number).Skip(1).AnyAsync(cancel);")]
    public async Task The_one_way_is_not(string way) => Assert.Empty(await Refused(way));

    [Theory]
    [InlineData("work.Db.Facts.Update(null!);", "CS1061")]
    [InlineData("work.Db.SaveChanges();", "CS1061")]
    [InlineData("work.Db.Database.ToString();", "CS1061")]
    [InlineData("Onus.Store.Database.OnusContext db = null!;", "CS0122")]
    public async Task The_context_itself_is_out_of_reach(string way, string error) => Assert.Contains(error, await Refused(way));

    private static async Task<IReadOnlyList<string>> Refused(string body)
    {
        var cancel = TestContext.Current.CancellationToken;
        var compilation = CSharpCompilation.Create(
            "violation", [CSharpSyntaxTree.ParseText(Sample.Replace("BODY", body, StringComparison.Ordinal), cancellationToken: cancel)], References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var errors = compilation.GetDiagnostics(cancel).Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.Id).ToList();
        var checking = compilation.WithAnalyzers([Analyzer()], new AnalyzerOptions([.. Files.Select(file => new Banned(file))]));
        return [.. errors, .. (await checking.GetAnalyzerDiagnosticsAsync(cancel)).Select(found => found.Id)];
    }

    private static DiagnosticAnalyzer Analyzer()
    {
        var assembly = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "analyzers", "Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers.dll"));
        return (DiagnosticAnalyzer)Activator.CreateInstance(assembly.GetType("Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers.CSharpSymbolIsBannedAnalyzer", throwOnError: true)!)!;
    }

    private sealed class Banned(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path));
    }
}
