package de.ratssaal.workflow;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** For which offices whoever acts may act today, and as whom. Asked anew at every act: a substitute's time may be over. */
@Component
class WhoActs {

    private final Access access;
    private final Councils councils;
    private final StandIns standIns;

    WhoActs(Access access, Councils councils, StandIns standIns) {
        this.access = access;
        this.councils = councils;
        this.standIns = standIns;
    }

    /** Whoever acts, in no office's name. */
    By self() {
        return access.signedIn()
                .map(it -> By.oneself(it.person(), it.name()))
                .orElseGet(() -> By.oneself(null, "system"));
    }

    /** As whom whoever acts may decide for an office: as its head, or in the head's place. */
    Optional<By> decidingFor(OrganizationId office) {
        if (access.signedIn().isEmpty()) {
            return Optional.empty();
        }
        return access.has(office, Role.OFFICE_HEAD)
                ? Optional.of(self())
                : standingIn().stream()
                        .filter(it -> it.office().equals(office))
                        .findFirst()
                        .map(it -> new By(
                                it.substitute(), self().name(), it.principal(), councils.nameOf(it.principal())));
    }

    /** @throws AccessDeniedException if whoever acts may not decide for the office today */
    By requireDeciding(OrganizationId office) {
        return decidingFor(office)
                .orElseThrow(
                        () -> new AccessDeniedException("neither heads office %s nor stands in".formatted(office)));
    }

    /** Whether whoever acts works in the office, heads it or stands in for its head today. */
    boolean isIn(OrganizationId office) {
        return offices().contains(office);
    }

    /** Offices in which whoever acts works, which they head, or for whose head they stand in today. */
    List<OrganizationId> offices() {
        var person = person();
        return person.isEmpty()
                ? List.of()
                : Stream.concat(
                                ownOffices(person.get()).map(OrganizationSummary::id),
                                standingIn().stream().map(StandIn::office))
                        .distinct()
                        .toList();
    }

    /** Offices for which whoever acts may decide today. */
    List<OrganizationId> decided() {
        return offices().stream().filter(it -> decidingFor(it).isPresent()).toList();
    }

    private Stream<OrganizationSummary> ownOffices(PersonId person) {
        return councils.organizationsOf(person).stream()
                .filter(it -> it.classification() == Classification.OFFICE)
                .filter(it -> access.has(it.id(), Role.OFFICE_HEAD, Role.OFFICE_WORKER));
    }

    private List<StandIn> standingIn() {
        return person().map(standIns::runningOf).orElse(List.of());
    }

    private Optional<PersonId> person() {
        return access.signedIn().map(SignedIn::person);
    }
}
