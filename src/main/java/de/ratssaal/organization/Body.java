package de.ratssaal.organization;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A municipality. */
@Entity
@Table(name = "organization_body")
class Body extends AbstractAggregateRoot<Body> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private BodyId id;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String shortName;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Land land;

    @Column(nullable = false)
    private String zone;

    @Column(nullable = false)
    private String contact;

    private @Nullable String color;

    private @Nullable String coatOfArms;

    @Version
    private @Nullable Long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Body() {}

    @SuppressWarnings("NullAway.Init") // the details are taken over below
    Body(BodyId id, BodyDetails details) {
        this.id = id;
        takeOver(details);
        registerEvent(new BodyFounded(id, details.name()));
    }

    void change(BodyDetails details) {
        var before = details();
        takeOver(details);
        if (!before.equals(details)) {
            registerEvent(new BodyChanged(id, before, details));
        }
    }

    private void takeOver(BodyDetails details) {
        name = details.name();
        shortName = details.shortName();
        land = details.land();
        zone = details.zone().getId();
        contact = details.contact();
        color = details.color() == null ? null : details.color().hex();
        coatOfArms = details.coatOfArms() == null ? null : details.coatOfArms().svg();
    }

    BodyDetails details() {
        return new BodyDetails(
                name,
                shortName,
                land,
                ZoneId.of(zone),
                contact,
                color == null ? null : new Color(color),
                coatOfArms == null ? null : new CoatOfArms(coatOfArms));
    }

    BodyId id() {
        return id;
    }
}
