package de.ratssaal.organization;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.OrganizationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A group of persons inside a body: council, committee, advisory board, district council, political group, office. */
@Entity
@Table(name = "organization_organization")
class Organization extends AbstractAggregateRoot<Organization> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private OrganizationId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "body_id", nullable = false, updatable = false))
    private BodyId body;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String shortName;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Classification classification;

    @Column(nullable = false)
    private int legalStrength;

    private @Nullable String color;

    private @Nullable LocalDate lastDay;

    @Version
    private @Nullable Long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Organization() {}

    Organization(OrganizationId id, NewOrganization details) {
        this.id = id;
        this.body = details.body();
        this.name = details.name();
        this.shortName = details.shortName();
        this.classification = details.classification();
        this.legalStrength = details.legalStrength();
        this.color = details.color() == null ? null : details.color().hex();
        registerEvent(new OrganizationCreated(id, body, name, shortName, classification, legalStrength));
    }

    void rename(String newName, String newShortName) {
        requireExisting();
        if (newName.isBlank() || newShortName.isBlank()) {
            throw new Refusal("organization.name-missing");
        }
        var before = name + " (" + shortName + ")";
        name = newName.strip();
        shortName = newShortName.strip();
        changed("name", before, name + " (" + shortName + ")");
    }

    void changeStrength(int newStrength) {
        requireExisting();
        if (classification == Classification.OFFICE) {
            if (newStrength != 0) {
                throw new Refusal("organization.office.nobody-votes");
            }
            return;
        }
        if (newStrength < 1) {
            throw new Refusal("organization.strength-missing");
        }
        var before = legalStrength;
        legalStrength = newStrength;
        changed("legal strength", String.valueOf(before), String.valueOf(newStrength));
    }

    void recolor(Color newColor) {
        requireExisting();
        if (color == null) {
            throw new Refusal("organization.color-of-groups-only");
        }
        var before = color;
        color = newColor.hex();
        changed("colour", before, color);
    }

    void dissolve(LocalDate after) {
        requireExisting();
        lastDay = after;
        registerEvent(new OrganizationDissolved(id, name, after));
    }

    void requireExisting() {
        if (lastDay != null) {
            throw new Refusal("organization.dissolved");
        }
    }

    private void changed(String what, String before, String after) {
        if (!before.equals(after)) {
            registerEvent(new OrganizationChanged(id, what, before, after));
        }
    }

    OrganizationId id() {
        return id;
    }

    BodyId body() {
        return body;
    }

    Classification classification() {
        return classification;
    }

    int legalStrength() {
        return legalStrength;
    }
}
