using System.Text;
using Onus.Domain.Evidence;
using Onus.Ingest.Contract;
using Onus.Ingest.Reading;

namespace Onus.Ingest.Tests.Tables;

/// <summary>Rows of a table that is no bank's have the day and time that the table states, asked for where it leaves them open.</summary>
public sealed class RowDaysTests
{
    [Theory]
    [InlineData("Date,Time,Caller,Called,Duration\n13/05/2025,18:04:51,0555 1,0555 2,00:02:05\n14/05/2025,07:10,0555 2,0555 1,00:00:09\n", "2025-05-13T18:04:51", "2025-05-14T07:10:00")]
    [InlineData("Duration;Hora;Fecha;IMEI\n00:02:05;18:04;13.05.2025;356\n00:00:09;7:10;14.05.2025;356\n", "2025-05-13T18:04:00", "2025-05-14T07:10:00")]
    [InlineData("caller,called,call start,call end\n0555 1,0555 2,2025-05-13 18:04,2025-05-13 18:06\n0555 1,0555 2,2025-05-14 07:10,2025-05-14 07:12\n", "2025-05-13T18:04:00", "2025-05-14T07:10:00")]
    [InlineData("caller,called,day\n0555 1,0555 2,13 May 2025\n0555 1,0555 2,14 May 2025\n", "2025-05-13", "2025-05-14")]
    [InlineData("caller,called,timestamp\n0555123456,0555123457,1747159491\n0555123456,0555123457,1747206600\n", "2025-05-13T18:04:51", "2025-05-14T07:10:00")]
    [InlineData("caller,called,start (ms)\n0555123456,0555123457,1747159491000\n0555123456,0555123457,1747206600000\n", "2025-05-13T18:04:51", "2025-05-14T07:10:00")]
    public void Rows_of_calls_have_their_day_and_time(string table, string first, string second)
    {
        var (summary, records) = Read(table, "Europe/Berlin", "dmy");
        Assert.Empty(summary.NeedsDecision);
        Assert.Equal([null, first, second], records.Select(r => r.Time.Local));
        Assert.Equal(first.Contains('T', StringComparison.Ordinal), records[1].Time.Utc is not null);
        Assert.All(records, r => Assert.Equal((RecordKind.Row, 0), (r.Kind, r.Warnings.Count)));
    }

    [Fact]
    public void An_order_and_a_zone_that_the_table_leaves_open_are_asked()
    {
        const string table = "Date,Time,Caller,Called\n03/05/2025,18:04,0555 1,0555 2\n04/05/2025,07:10,0555 2,0555 1\n";
        Assert.Equal(["date-order", "zone"], Read(table, null, null).Summary.NeedsDecision.Select(d => d.What));
        Assert.Equal(["zone"], Read(table, null, "mdy").Summary.NeedsDecision.Select(d => d.What));
        Assert.Equal("2025-03-05T18:04:00", Read(table, "Asia/Kathmandu", "mdy").Records[1].Time.Local);
    }

    [Fact]
    public void A_cell_that_is_no_day_is_said_and_takes_nothing_from_the_others()
    {
        var records = Read("Date,Time,Caller\n2025-05-13,18:04,0555 1\n2025-05-14,07:10,0555 1\n2025-05-15,later,0555 1\nsoon,,0555 1\n2025-05-16,09:00,1\n2025-05-17,09:00,1\n", "Europe/Berlin", null).Records;
        Assert.Equal(("2025-05-15", ReadWarnings.TimeImpossible), (records[3].Time.Local, Assert.Single(records[3].Warnings)));
        Assert.Equal((null, ReadWarnings.DateUnreadable), (records[4].Time.Local, Assert.Single(records[4].Warnings)));
        Assert.Equal("2025-05-17T09:00:00", records[6].Time.Local);
    }

    [Theory]
    [InlineData("caller,called,seconds\n0555123456,1747159491,125\n0555123456,1747206600,9\n")]
    [InlineData("plate,colour,doors\nAB-12,red,4\nAB-13,blue,2\n")]
    [InlineData("number,part,count\n20250513,wheel,4\n20250514,door,2\n")]
    public void Numbers_that_nothing_calls_a_time_are_no_days(string table) => Assert.All(Read(table, null, null).Records, r => Assert.Null(r.Time.Local));

    [Fact]
    public void Of_several_columns_of_days_the_file_says_which_is_taken()
    {
        Assert.Equal(["day-from-column:call start"], Read("caller,call start,call end\n1,2025-05-13 18:04Z,2025-05-13 18:06Z\n1,2025-05-14 07:10Z,2025-05-14 07:12Z\n", null, null).Summary.Warnings);
        Assert.Empty(Read("caller,call start,x\n1,2025-05-13 18:04Z,a\n1,2025-05-14 07:10Z,b\n", null, null).Summary.Warnings);
    }

    private static (ReadSummary Summary, List<EvidenceRecord> Records) Read(string table, string? zone, string? order)
    {
        var records = new List<EvidenceRecord>();
        var summary = FileReader.Read(EvidenceFile.Of("calls.csv", Encoding.UTF8.GetBytes(table)), new ReadOptions(zone, order, null, ColumnProfile.Rows), records.Add);
        return (summary, records);
    }
}
