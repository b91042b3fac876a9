using System.Globalization;
using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Tests.Reading;

namespace Onus.Ingest.Tests.Calls;

public sealed class CallsTableTests
{
    private const string Plain = """
        Report for 0555 0101,,,,,,
        Caller,Called,Start,Duration (s),Type,Cell ID,IMEI
        0555 0101,0555 0202,13/05/2025 18:04:51,63,Voice,429-01-77,356938035643809
        0555 0202,0555 0101,14/05/2025 07:10:00,0,SMS-MO,429-01-78,
        0555 0101,,14/05/2025 07:12:00,9,Voice,429-01-77,3.56938E+14
        0555 0101,0555 0303,14/05/2025 07:15:00,9,GPRS,,
        Total,,,72,,,

        """;

    private static readonly ReadOptions Decided = new(Zone: "Asia/Kathmandu", DateOrder: "dmy");

    private static FileRun Read(string text, ReadOptions? options = null, string name = "calls.csv") => FileRun.Of(name, Encoding.UTF8.GetBytes(text), options ?? Decided);

    [Fact]
    public void Rows_become_calls_and_text_messages()
    {
        var run = Read(Plain);
        Assert.Equal(("calls-csv", "calls", 5L), (run.Summary.Format, run.Summary.Family, run.Summary.Records));
        Assert.Equal([RecordKind.Call, RecordKind.TextMessage, RecordKind.Call, RecordKind.Row, RecordKind.Row], run.Records.Select(r => r.Kind));
        Assert.Equal([new Party("0555 0101", "from"), new Party("0555 0202", "to")], run.Records[0].Parties);
        Assert.Equal("2025-05-13T18:04:51", run.Records[0].Time.Local);
        Assert.Equal(new DateTimeOffset(2025, 5, 13, 12, 19, 51, TimeSpan.Zero), run.Records[0].Time.Utc);
        Assert.Equal("Duration (s): 63 | Type: Voice | Cell ID: 429-01-77 | IMEI: 356938035643809", run.Records[0].Text);
        Assert.Empty(run.Records[0].Warnings);
        Assert.Empty(run.Records[1].Warnings);
        Assert.Equal(["number-rounded:IMEI", "call-side-missing"], run.Records[2].Warnings.Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(["call-kind-unknown:GPRS"], run.Records[3].Warnings);
        Assert.Equal(new CsvPosition(1, 78, 74), run.Records[0].Locator.At);
        Assert.Equal(["number-rounded:IMEI"], run.Summary.Warnings);
        Assert.All(run.Records, r => Assert.Null(r.Amount));
    }

    /// <summary>What the totals say is no call.</summary>
    [Fact]
    public void A_row_that_names_neither_side_is_kept_as_a_row()
    {
        var run = Read("caller,called,timestamp,duration\n0555 1,0555 2,2025-05-13 18:04Z,5\n,,,72\n");
        Assert.Equal((RecordKind.Row, "72"), (run.Records[1].Kind, run.Records[1].Text));
        Assert.Equal(["row-not-a-call"], run.Records[1].Warnings);
    }

    [Theory]
    [InlineData("A-Number;B-Number;Start Time;Duration\n0555 1;0555 2;2025-05-13 18:04:51;125\n", "2025-05-13T18:04:51")]
    [InlineData("Date\tTime\tCalling Number\tCalled Number\tCall Type\n13.05.2025\t18:04\t0555 1\t0555 2\tvoice\n", "2025-05-13T18:04:00")]
    [InlineData("Numero origen,Numero destino,Fecha,Hora,Duracion\n0555 1,0555 2,13/05/2025,18:04:51,00:02:05\n", "2025-05-13T18:04:51")]
    [InlineData("timestamp,caller id,called id,duration\n1747159491,0555 1,0555 2,9\n", "2025-05-13T18:04:51")]
    public void Heads_are_known_as_operators_write_them(string table, string local)
    {
        var record = Assert.Single(Read(table, Decided with { Zone = "UTC" }, "a.txt").Records);
        Assert.Equal((RecordKind.Call, local), (record.Kind, record.Time.Local));
        Assert.Equal(["0555 1", "0555 2"], record.Parties.Select(p => p.Raw));
    }

    [Theory]
    [InlineData("timestamp,caller_id,amount,called\n03/05/2025,0555 1,125.00,0555 2\n")]
    [InlineData("Date,Time,Caller,Called\n03/05/2025,18:04,0555 1,0555 2\n")]
    [InlineData("Date,Text,Amount\n03/05/2025,Called,9.00\n04/05/2025,x,1.00\n")]
    public void Other_tables_are_not_taken(string table) => Assert.Equal("bank-csv", Read(table).Summary.Format);

    /// <summary>What a person said of the columns goes before what the head seems to say.</summary>
    [Fact]
    public void A_table_that_a_person_wants_row_by_row_is_read_so()
    {
        var run = Read(Plain, Decided with { Profile = ColumnProfile.Rows });
        Assert.Equal("bank-csv", run.Summary.Format);
        Assert.All(run.Records, r => Assert.Equal(RecordKind.Row, r.Kind));
    }

    [Fact]
    public void Order_and_zone_are_asked_and_nothing_is_read_before()
    {
        var summary = Read(Plain.Replace("13/05", "03/05", StringComparison.Ordinal).Replace("14/05", "04/05", StringComparison.Ordinal), new ReadOptions()).Summary;
        Assert.Equal(["date-order", "zone"], summary.NeedsDecision.Select(d => d.What));
        Assert.Equal(0, summary.Records);
        Assert.Equal(["charset"], FileRun.Of("calls.csv", [.. Encoding.UTF8.GetBytes(Plain), 0xE9, (byte)'\n'], Decided).Summary.NeedsDecision.Select(d => d.What));
    }

    [Theory]
    [InlineData("0555 0101,0555 0202,13/05/2025 18:04:51,63,Voice,429-01-77", null)]
    [InlineData("0555 0101,0555 0202,31/02/2025 18:04:51,63,Voice,x,y", "date-unreadable")]
    [InlineData("0555 0101,0555 0202,13/05/2025 18:04:51,long,Voice,x,y", "duration-unreadable")]
    [InlineData("0555 0101,0555 0202,13/05/2025 18:04:51,1,0,Voice,x,y", "cells-do-not-fit:8")]
    [InlineData("5.55E+09,0555 0202,13/05/2025 18:04:51,1,Voice,x,y", "number-rounded:Caller")]
    public void What_a_row_does_not_say_readably_is_told(string row, string? warning)
    {
        var record = Read(Plain.Replace("0555 0101,0555 0202,13/05/2025 18:04:51,63,Voice,429-01-77,356938035643809", row, StringComparison.Ordinal)).Records[0];
        Assert.Equal(warning is null ? [] : new[] { warning }, record.Warnings.Where(w => w != "call-side-missing"));
    }

    /// <summary>The head says where the days are: however few of them can be read, those are.</summary>
    [Fact]
    public void Days_are_read_where_the_head_says_they_are()
    {
        var run = Read("caller,called,start,time,duration\n1,2,soon,,1\n1,2,later,,1\n1,2,2025-05-13,18:04,1\n1,2,2025-05-14,late,1\n");
        Assert.Equal([null, null, "2025-05-13T18:04:00", "2025-05-14"], run.Records.Select(r => r.Time.Local));
        Assert.Equal(["date-unreadable", "date-unreadable", null, "time-impossible"], run.Records.Select(r => r.Warnings.SingleOrDefault()));
        Assert.Equal("zone", Assert.Single(Read("caller,called,start,time,duration\n1,2,soon,,1\n1,2,2025-05-13,18:04,1\n", new ReadOptions()).Summary.NeedsDecision).What);
    }

    /// <summary>A month of an invented operator: every row is there again, in any layout.</summary>
    [Fact]
    public void A_month_of_calls_is_read_row_by_row()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            var delimiter = ",;\t|"[seed % 4];
            string[] heads = seed % 2 == 0 ? ["Calling Party", "Called Party", "Call Start", "Duration", "Service", "Cell"] : ["Cell", "Service", "Duration", "Call Start", "Called Party", "Calling Party"];
            var at = new DateTime(2025, 5, 1, 0, 0, 0, DateTimeKind.Unspecified);
            var text = new StringBuilder(string.Join(delimiter, heads)).Append('\n');
            var expected = new List<(RecordKind, string, string, string)>();
            for (var i = 0; i < 400; i++)
            {
                at = at.AddSeconds(random.Next(1, 12_000));
                var (from, to) = ("0555 " + random.Next(1000, 1010).ToString(CultureInfo.InvariantCulture), "0555 " + random.Next(2000, 2010).ToString(CultureInfo.InvariantCulture));
                var isText = random.Next(3) == 0;
                string[] cells = [from, to, at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), isText ? "0" : random.Next(1, 4000).ToString(CultureInfo.InvariantCulture), isText ? "SMS" : "VOICE", "429-01-" + random.Next(100).ToString(CultureInfo.InvariantCulture)];
                text.Append(string.Join(delimiter, seed % 2 == 0 ? cells : cells.Reverse())).Append(seed % 3 == 0 ? "\r\n" : "\n");
                expected.Add((isText ? RecordKind.TextMessage : RecordKind.Call, from, to, at.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)));
            }

            var run = Read(text.ToString(), new ReadOptions(Zone: "Africa/Nairobi"), "month.csv");
            Assert.Equal(expected, run.Records.Select(r => (r.Kind, r.Parties[0].Raw, r.Parties[1].Raw, r.Time.Local!)));
            Assert.Empty(run.Summary.Warnings);
        }
    }

    [Fact]
    public void Damage_never_throws_and_never_loses_count()
    {
        var random = new Random(7);
        for (var round = 0; round < 1500; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Plain);
            for (var flips = random.Next(1, 4); flips > 0; flips--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            FileRun.Of("calls.csv", round % 3 == 0 ? bytes[..random.Next(bytes.Length)] : bytes, Decided with { Charset = round % 2 == 0 ? "windows-1252" : null });
        }
    }
}
