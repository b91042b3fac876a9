using Onus.Domain.People;

namespace Onus.Domain.Tests.People;

/// <summary>A key means one person for as long as the case lasts.</summary>
public sealed class KeyPlacesTests
{
    private readonly Person her = New("Survivor A", PersonRole.Survivor);
    private readonly Person him = New("Defendant 1", PersonRole.Defendant);

    [Fact]
    public void Who_comes_or_goes_later_moves_nobody()
    {
        var gone = new KeyPart(new(Guid.CreateVersion7()), PersonRole.Defendant);
        var late = New("A name that sorts first", PersonRole.Survivor);
        KeyPart[] became = [Of(him, PersonRole.Defendant), gone, Of(her, PersonRole.Survivor), Of(late, PersonRole.Survivor), Of(him, PersonRole.Defendant)];
        var places = KeyPlaces.Of([late, her, him, New("Witness 1", PersonRole.Witness)], became);
        Assert.Equal((0, 2, 3), (places[Of(him, PersonRole.Defendant)], places[Of(her, PersonRole.Survivor)], places[Of(late, PersonRole.Survivor)]));
        Assert.DoesNotContain(places.Keys, part => part.Part == PersonRole.Witness);
    }

    [Fact]
    public void Whoever_is_both_has_a_key_for_each()
    {
        var both = New("Survivor B", PersonRole.Defendant, PersonRole.Survivor);
        var places = KeyPlaces.Of([both, her], [Of(her, PersonRole.Survivor), Of(both, PersonRole.Survivor), Of(both, PersonRole.Defendant)]);
        Assert.Equal(3, places.Values.Distinct().Count());
        Assert.Equal(0, places[Of(her, PersonRole.Survivor)]);
    }

    [Fact]
    public void Those_of_whom_nothing_tells_were_there_first()
    {
        var places = KeyPlaces.Of([him, her], [Of(New("Defendant 2", PersonRole.Defendant), PersonRole.Defendant)]);
        Assert.Equal(1, Math.Max(places[Of(her, PersonRole.Survivor)], places[Of(him, PersonRole.Defendant)]));
    }

    private static KeyPart Of(Person person, PersonRole part) => new(person.Id, part);

    private static Person New(string pseudonym, params PersonRole[] roles) => new() { Id = new(Guid.CreateVersion7()), CaseId = default, Pseudonym = pseudonym, Roles = roles };
}
