package de.ratssaal.teller;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountDirectory;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.OrganizationSummary;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How chair and secretariat say who the tellers of an organization are. */
@Service
@Transactional
public class NamingTellers {

    private final TellerStore store;
    private final TellerNotices notices;
    private final KeyCeremonies ceremonies;
    private final Councils councils;
    private final AccountDirectory accounts;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Clock clock;

    NamingTellers(
            TellerStore store,
            TellerNotices notices,
            KeyCeremonies ceremonies,
            Councils councils,
            AccountDirectory accounts,
            ApplicationEventPublisher events,
            Access access,
            Clock clock) {
        this.store = store;
        this.notices = notices;
        this.ceremonies = ceremonies;
        this.councils = councils;
        this.accounts = accounts;
        this.events = events;
        this.access = access;
        this.clock = clock;
    }

    /** Members of the organization, then the staff of the administration, each by name. */
    @Transactional(readOnly = true)
    public List<Nominee> nominees(OrganizationId id) {
        access.require(id, Tellers.CONDUCTING);
        var organization = meeting(id);
        var today = LocalDate.ofInstant(
                clock.instant(), councils.body(organization.body()).zone());
        var found = new LinkedHashMap<PersonId, Found>();
        councils.members(id, today).forEach(it -> found.putIfAbsent(it.person(), new Found(it, null)));
        councils.organizations(organization.body()).stream()
                .filter(it -> it.classification() == Classification.OFFICE)
                .forEach(office -> councils.members(office.id(), today)
                        .forEach(it -> found.putIfAbsent(it.person(), new Found(it, office.shortName()))));
        var reached = access.asSystem("tellers", () -> accounts.whoCanSignIn(found.keySet()));
        return found.values().stream()
                .map(it -> it.nominee(reached.contains(it.member().person())))
                .toList();
    }

    private record Found(MemberSummary member, @Nullable String office) {

        Nominee nominee(boolean hasAccount) {
            return new Nominee(
                    member.person(),
                    member.name(),
                    member.group(),
                    office == null ? member.groupShortName() : office,
                    office != null,
                    hasAccount);
        }
    }

    /**
     * Names the tellers. Whoever was a teller before is one no longer for what comes; a ceremony of theirs that runs is broken off. Sent
     * again it changes nothing.
     *
     * @param persons in the order of their numbers
     * @param threshold how many of them decrypt
     * @throws Refusal if these cannot be tellers together
     */
    public void name(TellerSetId id, OrganizationId organization, List<PersonId> persons, int threshold) {
        access.require(organization, Tellers.CONDUCTING);
        store.hold();
        if (store.exists(id)) {
            return;
        }
        var nominees = nominees(organization);
        var chosen = persons.stream().map(it -> chosen(nominees, it)).toList();
        new Nomination(chosen, threshold).require();
        var now = clock.instant();
        store.current(organization).ifPresent(before -> {
            ceremonies.abortForNewSet(before);
            store.replace(before.id(), now);
            notices.readiness(before);
        });
        var set = new TellerSet(
                id,
                organization,
                IntStream.range(0, chosen.size())
                        .mapToObj(it -> new TellerSeat(
                                it + 1, chosen.get(it).person(), chosen.get(it).name()))
                        .toList(),
                threshold,
                now);
        store.add(set, access.actor());
        events.publishEvent(new TellerSetNamed(organization, id, List.copyOf(persons), threshold, now));
        notices.readiness(set);
    }

    private static Nominee chosen(List<Nominee> nominees, PersonId person) {
        return nominees.stream()
                .filter(it -> it.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new Refusal("teller.naming.stranger"));
    }

    private OrganizationSummary meeting(OrganizationId id) {
        var organization = councils.organization(id);
        if (!organization.classification().meets()) {
            throw new Refusal("teller.naming.does-not-meet");
        }
        return organization;
    }
}
