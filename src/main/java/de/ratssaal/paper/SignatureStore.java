package de.ratssaal.paper;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MembershipRole;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signatures below papers, and whether they are enough. */
@Component
class SignatureStore {

    private final JdbcClient database;
    private final Councils councils;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignatureStore(JdbcClient database, Councils councils, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.councils = councils;
        this.events = events;
        this.clock = clock;
    }

    List<Signature> of(Paper paper) {
        var text = paper.content().fingerprint();
        return database.sql("select * from paper_signature where paper_id = ? order by signed_at, name")
                .param(paper.id().value())
                .query((row, at) -> {
                    var voided = row.getTimestamp("voided_at");
                    return new Signature(
                            new PersonId(row.getObject("person_id", UUID.class)),
                            row.getString("name"),
                            row.getString("fingerprint"),
                            row.getTimestamp("signed_at").toInstant(),
                            voided == null ? null : voided.toInstant(),
                            text.equals(row.getString("fingerprint")));
                })
                .list();
    }

    void add(PaperId paper, PersonId person, String name, String fingerprint, Instant at) {
        database.sql("""
                        insert into paper_signature (id, paper_id, person_id, name, fingerprint, signed_at)
                        values (gen_random_uuid(), ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(paper.value(), person.value(), name, fingerprint, Timestamp.from(at))
                .update();
    }

    void takeBack(PaperId paper, PersonId person, Instant at) {
        announce(
                paper,
                database.sql("""
                                update paper_signature set voided_at = ?
                                where paper_id = ? and person_id = ? and voided_at is null
                                """)
                        .params(Timestamp.from(at), paper.value(), person.value())
                        .update());
    }

    /** After a change: signatures below another text hold no longer, but those on which a released version rests. */
    void voidOthers(Paper paper) {
        var kept = Stream.concat(Stream.of(paper.content().fingerprint()), paper.releasedTexts().stream());
        announce(
                paper.id(),
                database.sql("""
                                update paper_signature set voided_at = ?
                                where paper_id = ? and fingerprint <> all(?) and voided_at is null
                                """)
                        .params(Timestamp.from(clock.instant()), paper.id().value(), kept.toArray(String[]::new))
                        .update());
    }

    private void announce(PaperId paper, int voided) {
        if (voided > 0) {
            events.publishEvent(new SignaturesVoided(paper, voided, clock.instant()));
        }
    }

    /** What the rule still asks for. What the secretariat enters was signed on paper. */
    List<Missing> missing(Paper paper, SignatureRule rule) {
        var author = paper.author();
        if (author.isSecretariat() || rule.equals(SignatureRule.NONE)) {
            return List.of();
        }
        var signed = of(paper).stream()
                .filter(Signature::holds)
                .map(Signature::person)
                .toList();
        var group = author.organization();
        var missing = new ArrayList<Missing>();
        var forGroup = group != null
                && is(group, Classification.POLITICAL_GROUP)
                && signed.stream().anyMatch(it -> holds(group, it, this::leads));
        if (signed.size() < rule.members() && !(rule.groupSuffices() && forGroup)) {
            missing.add(Missing.at("", "paper.missing.signatures", rule.members() - signed.size()));
        }
        if (rule.chair() && group != null && is(group, Classification.POLITICAL_GROUP)) {
            if (signed.stream().noneMatch(it -> holds(group, it, role -> role == MembershipRole.CHAIR))) {
                missing.add(Missing.at("", "paper.missing.chair"));
            }
        }
        if (rule.headOfOffice() && group != null && is(group, Classification.OFFICE)) {
            if (signed.stream().noneMatch(it -> holds(group, it, role -> role == MembershipRole.OFFICE_HEAD))) {
                missing.add(Missing.at("", "paper.missing.head"));
            }
        }
        return missing;
    }

    private boolean leads(MembershipRole role) {
        return role == MembershipRole.CHAIR || role == MembershipRole.DEPUTY_CHAIR;
    }

    private boolean is(OrganizationId organization, Classification classification) {
        return councils.organization(organization).classification() == classification;
    }

    private boolean holds(OrganizationId organization, PersonId person, Predicate<MembershipRole> role) {
        var today = clock.instant()
                .atZone(councils.body(councils.organization(organization).body())
                        .zone())
                .toLocalDate();
        return councils.member(organization, person, today)
                .filter(it -> role.test(it.role()))
                .isPresent();
    }
}
