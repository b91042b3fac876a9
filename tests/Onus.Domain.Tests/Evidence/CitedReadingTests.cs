using Onus.Domain.Evidence;

namespace Onus.Domain.Tests.Evidence;

public sealed class CitedReadingTests
{
    [Theory]
    [InlineData("2501021231", "2024-12-31", "2024-12-31 · −12.50 EUR · Rent")]
    [InlineData("20250503", "2025-05-03", "2025-05-03 · −12.50 EUR · Rent")]
    [InlineData("03/05/25", "2025-05-03", "03/05/25 · −12.50 EUR · Rent")]
    [InlineData("250230", null, "250230 · −12.50 EUR · Rent")]
    [InlineData(null, "2025-05-03", "2025-05-03 · −12.50 EUR · Rent")]
    public void The_day_of_a_row_can_be_read_by_people(string? raw, string? local, string expected)
    {
        var reading = new CitedReading(RecordKind.Payment, raw, local, null, null, null, "Rent", -1250, "EUR", 2);
        Assert.Equal(expected, reading.Row);
        Assert.True(reading.IsRow(expected));
        // So it was cited before.
        Assert.True(reading.IsRow($"{raw ?? local} · −12.50 EUR · Rent"));
        Assert.False(reading.IsRow("Rent"));
    }
}
