package de.ratssaal.paper;

import static de.ratssaal.paper.TestPapers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.Refusal;
import de.ratssaal.document.FileSummary;
import de.ratssaal.document.Files;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.MembershipAdministration;
import de.ratssaal.organization.MembershipId;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.TestCouncil;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
@DisplayName("Papers of offices, groups and members")
class PaperAuthorsTest {

    @Autowired
    PaperBeginning beginning;

    @Autowired
    PaperWriting writing;

    @Autowired
    PaperSigning signing;

    @Autowired
    PaperDrafting drafting;

    @Autowired
    PaperRouting routing;

    @Autowired
    InquiryAnswering answering;

    @Autowired
    PaperTemplates templates;

    @Autowired
    Writers writers;

    @Autowired
    PaperShelf shelf;

    @Autowired
    Files files;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationEvents events;

    @Autowired
    ApplicationContext context;

    TestPapers test;
    OrganizationId group;
    OrganizationId otherGroup;
    OrganizationId office;
    SignedIn leader;
    SignedIn member;
    SignedIn rival;
    SignedIn worker;
    SignedIn head;

    @BeforeEach
    void aCity() {
        test = new TestPapers(context);
        group = test.city.organization(Classification.POLITICAL_GROUP, 5, context);
        otherGroup = test.city.organization(Classification.POLITICAL_GROUP, 5, context);
        office = test.city.office(context);
        leader = joined(group, MembershipRole.CHAIR, "Lotte Leitner");
        member = joined(group, MembershipRole.MEMBER, "Max Meyer");
        rival = joined(otherGroup, MembershipRole.CHAIR, "Rita Rot");
        worker = joined(office, MembershipRole.OFFICE_WORKER, "Willi Werk");
        head = joined(office, MembershipRole.OFFICE_HEAD, "Hanna Haupt");
    }

    private SignedIn joined(OrganizationId organization, MembershipRole role, String name) {
        var person = TestCouncil.person(context);
        TestCouncil.join(organization, person, role, context);
        return new SignedIn(AccountId.next(), person, name);
    }

    private PaperId motion() {
        var id = as(
                member,
                () -> beginning.begin(PaperType.MOTION, test.council, PaperAuthor.of(group), "Mehr Bänke", true));
        as(member, () -> {
            var sheet = writing.open(id);
            var row = sheet.manuscript().rows().getFirst();
            writing.write(
                    id,
                    sheet.manuscript(),
                    sheet.manuscript().with(Places.row(row), "Am Fluss werden fünf Bänke aufgestellt."));
        });
        return id;
    }

    private PaperId handedIn() {
        var id = motion();
        as(leader, () -> signing.sign(id, signing.revision(id)));
        as(member, () -> writing.handIn(id));
        return id;
    }

    @Test
    @DisplayName("are begun only by those who may: members motions, offices the administration’s, the secretariat all")
    void whoMayBegin() {
        assertThat(kinds(member))
                .containsExactly(PaperType.MOTION, PaperType.INQUIRY, PaperType.AMENDMENT, PaperType.URGENT_MOTION);
        assertThat(kinds(worker)).containsExactly(PaperType.PROPOSAL, PaperType.INFORMATION);
        assertThat(kinds(test.clerk)).containsExactly(PaperType.values());
        assertThat(kinds(test.stranger)).isEmpty();
        assertThat(kinds(test.councillor)).contains(PaperType.MOTION);

        refused(member, PaperType.PROPOSAL, PaperAuthor.of(group));
        refused(member, PaperType.MOTION, PaperAuthor.of(otherGroup));
        refused(member, PaperType.MOTION, PaperAuthor.SECRETARIAT);
        refused(member, PaperType.PETITION, PaperAuthor.of(group));
        refused(member, PaperType.MOTION, PaperAuthor.of(test.city.members().getFirst()));
        refused(worker, PaperType.MOTION, PaperAuthor.of(office));
        refused(worker, PaperType.INFORMATION, PaperAuthor.of(test.council));
        refused(test.stranger, PaperType.MOTION, PaperAuthor.of(group));
        refused(test.stranger, PaperType.MOTION, PaperAuthor.of(Objects.requireNonNull(test.stranger.person())));
    }

    private List<PaperType> kinds(SignedIn who) {
        return as(who, () -> beginning.choices(test.city.body())).stream()
                .map(it -> it.template().type())
                .toList();
    }

    private void refused(SignedIn who, PaperType type, PaperAuthor author) {
        assertThatExceptionOfType(AccessDeniedException.class)
                .as("%s as %s", type, author)
                .isThrownBy(() -> as(who, () -> beginning.begin(type, test.council, author, "Versuch", true)));
    }

    @Test
    @DisplayName("are seen by nobody but their authors before they are handed in, whichever way is tried")
    void draftsStayAmongTheirAuthors() {
        var id = motion();

        for (var other : List.of(test.clerk, test.committeeClerk, rival, worker, test.councillor, test.stranger)) {
            assertThat(as(other, () -> shelf.find(id))).as(other.name()).isEmpty();
            assertThat(as(other, () -> shelf.versions(id))).isEmpty();
            assertThat(listed(other)).as(other.name()).doesNotContain(id);
            assertThat(as(other, () -> shelf.list(PaperQuery.of("Bänke", 50))))
                    .extracting(PaperSummary::id)
                    .doesNotContain(id);
            assertThat(as(other, () -> files.list(PaperFiles.owner(id)))).isEmpty();
            assertThat(as(other, () -> files.mayChange(PaperFiles.owner(id)))).isFalse();
            assertThat(as(other, () -> writing.history(id))).isEmpty();
            assertThat(as(other, () -> signing.signatures(id))).isEmpty();
            assertThat(as(other, () -> signing.missing(id))).isEmpty();
            assertThat(as(other, () -> signing.maySign(id))).isFalse();
            assertThat(as(other, () -> writers.others(id, UUID.randomUUID()))).isEmpty();
            denied(other, () -> writing.open(id));
            denied(other, () -> writing.look(id));
            denied(other, () -> drafting.workingCopy(id));
            denied(other, () -> drafting.edit(id, 2, TestPapers.content("Fremd", true, "x")));
            denied(other, () -> drafting.release(id, 2));
            denied(other, () -> drafting.withdraw(id, "weg"));
            denied(other, () -> routing.plan(id, test.council, ConsultationRole.DECISION));
            denied(other, () -> signing.sign(id, 2));
            denied(other, () -> writing.handIn(id));
            denied(other, () -> writing.switchTemplate(id));
            denied(other, () -> writers.write(id, UUID.randomUUID(), ""));
        }
        assertThat(listed(leader)).contains(id);
        assertThat(as(leader, () -> shelf.paper(id).mayEdit())).isTrue();
        assertThat(as(leader, () -> shelf.paper(id).mayRelease())).isFalse();
        denied(leader, () -> drafting.release(id, 2));
    }

    @Test
    @DisplayName("of a single member are theirs alone")
    void aMembersOwn() {
        var own = Objects.requireNonNull(test.councillor.person());
        var id = as(
                test.councillor,
                () -> beginning.begin(PaperType.INQUIRY, test.council, PaperAuthor.of(own), "Eine Frage", true));

        assertThat(listed(test.councillor)).contains(id);
        for (var other : List.of(test.clerk, leader, rival, worker)) {
            assertThat(listed(other)).doesNotContain(id);
            assertThat(as(other, () -> shelf.find(id))).isEmpty();
        }
    }

    @Test
    @DisplayName("are seen by the secretariat once they are handed in, and by no other group before the release")
    void handingIn() {
        var id = handedIn();

        assertThat(listed(test.clerk)).contains(id);
        assertThat(listed(rival)).doesNotContain(id);
        assertThat(as(rival, () -> shelf.find(id))).isEmpty();
        as(test.clerk, () -> drafting.release(id, drafting.workingCopy(id).revision()));
        assertThat(listed(rival)).contains(id);
        assertThat(as(rival, () -> shelf.paper(id).paper().originator())).isNotEmpty();
        denied(rival, () -> writing.open(id));
    }

    @Test
    @DisplayName(
            "are no longer withdrawn by their authors once they are released, nor do files of theirs come before the public")
    void afterTheRelease() {
        var id = handedIn();
        assertThat(as(member, () -> files.mayChange(PaperFiles.owner(id)))).isTrue();
        as(test.clerk, () -> drafting.release(id, drafting.workingCopy(id).revision()));

        assertThat(as(member, () -> files.mayChange(PaperFiles.owner(id)))).isFalse();
        denied(member, () -> drafting.withdraw(id, "Doch nicht"));
        as(member, () -> write(id, Places.TITLE, "Heimlich anders"));
        assertThat(as(rival, () -> shelf.paper(id).paper().title())).isEqualTo("Mehr Bänke");
        denied(member, () -> drafting.release(id, drafting.workingCopy(id).revision()));
    }

    @Test
    @DisplayName("can be given back to their authors, and then are theirs alone again")
    void handingBack() {
        var id = handedIn();
        denied(member, () -> writing.handBack(id));

        as(test.clerk, () -> writing.handBack(id));

        assertThat(as(test.clerk, () -> shelf.find(id))).isEmpty();
        assertThat(listed(member)).contains(id);
    }

    @Test
    @DisplayName("of a group are handed in only with its chair’s signature, which a later change makes void")
    void signatures() {
        var id = motion();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(member, () -> writing.handIn(id)))
                .satisfies(it -> assertThat(it.key()).isEqualTo("paper.missing.signatures"));

        var seen = as(leader, () -> signing.revision(id));
        as(member, () -> write(id, Places.TITLE, "Mehr Bänke am Fluss"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(leader, () -> signing.sign(id, seen)))
                .satisfies(it -> assertThat(it.key()).isEqualTo("paper.sign.changed"));
        as(leader, () -> signing.sign(id, signing.revision(id)));
        assertThat(as(leader, () -> signing.maySign(id))).isFalse();
        as(member, () -> writing.handIn(id));

        as(member, () -> write(id, Places.TITLE, "Noch mehr Bänke"));

        assertThat(as(member, () -> signing.signatures(id)))
                .singleElement()
                .satisfies(it -> assertThat(it.holds()).isFalse());
        assertThat(events.stream(SignaturesVoided.class)).hasSize(1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(
                        test.clerk,
                        () -> drafting.release(id, drafting.workingCopy(id).revision())))
                .satisfies(it -> assertThat(it.key()).isEqualTo("paper.missing.signatures"));
        as(leader, () -> signing.sign(id, signing.revision(id)));
        as(test.clerk, () -> drafting.release(id, drafting.workingCopy(id).revision()));
        assertThat(as(rival, () -> shelf.paper(id).paper().version())).isEqualTo(1);
    }

    @Test
    @DisplayName("are signed and released anew after a correction, while the first signature stays with its version")
    void signedTwice() {
        var id = handedIn();
        as(test.clerk, () -> drafting.release(id, drafting.workingCopy(id).revision()));

        as(member, () -> write(id, Places.TITLE, "Mehr Bänke am Fluss"));

        assertThat(as(member, () -> signing.signatures(id))).singleElement().satisfies(it -> {
            assertThat(it.voidedAt()).isNull();
            assertThat(it.isOfReleased()).isTrue();
            assertThat(it.holds()).as("for the new text").isFalse();
        });
        assertThat(events.stream(SignaturesVoided.class)).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(
                        test.clerk,
                        () -> drafting.release(id, drafting.workingCopy(id).revision())))
                .satisfies(it -> assertThat(it.key()).isEqualTo("paper.missing.signatures"));
        denied(rival, () -> signing.sign(id, 3));
        as(leader, () -> signing.sign(id, signing.revision(id)));
        assertThat(as(leader, () -> signing.maySign(id))).isFalse();
        as(test.clerk, () -> drafting.release(id, drafting.workingCopy(id).revision()));

        assertThat(as(rival, () -> shelf.paper(id).paper().version())).isEqualTo(2);
        assertThat(as(member, () -> signing.signatures(id)))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.voidedAt()).isNull());
        denied(leader, () -> signing.sign(id, 3));
        as(member, () -> write(id, Places.TITLE, "Mehr Bänke am Bach"));
        as(leader, () -> signing.sign(id, signing.revision(id)));
        as(member, () -> write(id, Places.TITLE, "Mehr Bänke am Teich"));
        assertThat(as(member, () -> signing.signatures(id)))
                .as("only what rests on nothing is void")
                .filteredOn(it -> it.voidedAt() != null)
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "of a member are neither written on nor read, as far as they are not released, once the mandate is over")
    void formerMembers() {
        var own = Objects.requireNonNull(test.councillor.person());
        var id = as(
                test.councillor,
                () -> beginning.begin(PaperType.INQUIRY, test.council, PaperAuthor.of(own), "Eine Frage", false));
        as(test.councillor, () -> writing.handIn(id));
        as(test.clerk, () -> drafting.release(id, drafting.workingCopy(id).revision()));
        assertThat(as(test.councillor, () -> shelf.find(id))).isPresent();
        assertThat(listed(test.councillor)).contains(id);

        end(own);

        assertThat(as(test.councillor, () -> shelf.find(id))).isEmpty();
        assertThat(listed(test.councillor)).doesNotContain(id);
        assertThat(as(test.councillor, () -> writing.history(id))).isEmpty();
        assertThat(as(test.councillor, () -> signing.maySign(id))).isFalse();
        assertThat(as(test.councillor, () -> files.list(PaperFiles.owner(id)))).isEmpty();
        denied(test.councillor, () -> writing.open(id));
        denied(test.councillor, () -> drafting.workingCopy(id));
        denied(test.councillor, () -> drafting.edit(id, 1, TestPapers.content("Noch eine", false, "x")));
        TestCouncil.join(TestCouncil.of(3, context).council(), own, MembershipRole.GUEST, context);
        assertThat(as(test.councillor, () -> shelf.find(id)))
                .as("a membership in another city does not help")
                .isEmpty();
        assertThat(listed(test.councillor)).doesNotContain(id);
    }

    private void end(PersonId person) {
        database.sql("select id from organization_membership where person_id = ?")
                .param(person.value())
                .query(UUID.class)
                .list()
                .forEach(it -> test.asSystem(() -> {
                    context.getBean(MembershipAdministration.class)
                            .end(
                                    new MembershipId(it),
                                    LocalDate.now(TestCouncil.ZONE).minusDays(1));
                    return true;
                }));
    }

    @Test
    @DisplayName("of a group say who brings them in, whatever somebody writes there")
    void nobodyWritesInAnothersName() {
        var id = motion();

        as(member, () -> write(id, Places.ORIGINATOR, "Oberbürgermeister"));

        assertThat(as(member, () -> writing.look(id).manuscript().text(Places.ORIGINATOR)))
                .isNotEqualTo("Oberbürgermeister")
                .isNotEmpty();
    }

    @Test
    @DisplayName("keep one event and one row of history for each sitting, without a gap")
    void sittings() {
        var id = motion();
        for (var word = 0; word < 5; word++) {
            var text = "Bänke " + word;
            as(member, () -> write(id, Places.TITLE, text));
        }
        as(leader, () -> write(id, Places.TITLE, "Bänke am Fluss"));

        var history = as(member, () -> writing.history(id)).reversed();

        assertThat(history).hasSize(2);
        assertThat(history.getFirst().firstRevision()).isEqualTo(1);
        assertThat(history.getLast().firstRevision())
                .isEqualTo(history.getFirst().lastRevision() + 1);
        assertThat(history.getLast().lastRevision())
                .isEqualTo(as(member, () -> writing.look(id).revision()));
        assertThat(events.stream(PaperWritten.class)).hasSize(1);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("delete from paper_sitting where paper_id = ?")
                        .param(id.value())
                        .update());
    }

    @Test
    @DisplayName(
            "written by two at a time lose nothing: the second gets both wordings, and release waits for a decision")
    void twoAtATime() {
        var id = motion();
        var base = as(member, () -> writing.open(id).manuscript());
        var row = Places.row(base.rows().getFirst());
        as(member, () -> writing.write(id, base, base.with(row, "Am Fluss werden sechs Bänke aufgestellt.")));
        as(
                leader,
                () -> writing.write(
                        id,
                        base,
                        base.with(row, "Am Fluss werden sieben Bänke aufgestellt.")
                                .with(Places.section(TemplateSection.REASONS), "Alle sitzen gern.")));

        var now = as(member, () -> writing.look(id));

        assertThat(now.manuscript().text(row)).contains("sechs");
        assertThat(now.manuscript().text(Places.section(TemplateSection.REASONS)))
                .isEqualTo("Alle sitzen gern.");
        var waiting = now.manuscript().rivalsAt(row).getFirst();
        assertThat(now.manuscript().text(waiting.textPlace())).contains("sieben");
        assertThat(waiting.by()).isEqualTo("Lotte Leitner");
        assertThat(now.missing()).extracting(Missing::key).contains("paper.missing.decision");
        as(leader, () -> writing.decide(id, waiting, RivalChoice.RIVAL));
        assertThat(as(member, () -> writing.look(id).manuscript().text(row))).contains("sieben");
        assertThat(as(member, () -> writing.look(id).manuscript().rivals())).isEmpty();
    }

    @Test
    @DisplayName("take up what a browser kept, without a second wording where its author only typed on")
    void typedOn() {
        var id = motion();
        var base = as(member, () -> writing.open(id).manuscript());
        var row = Places.row(base.rows().getFirst());
        as(member, () -> writing.write(id, base, base.with(row, "Am")));

        as(member, () -> writing.recover(id, base, base.with(row, "Am Fluss"), row));

        assertThat(as(member, () -> writing.look(id).manuscript().text(row))).isEqualTo("Am Fluss");
        assertThat(as(member, () -> writing.look(id).manuscript().rivals())).isEmpty();
    }

    @Test
    @DisplayName("take up what a browser kept beside what somebody else wrote there")
    void typedBesideAnother() {
        var id = motion();
        var base = as(member, () -> writing.open(id).manuscript());
        var row = Places.row(base.rows().getFirst());
        as(leader, () -> writing.write(id, base, base.with(row, "10 Bänke")));
        as(member, () -> writing.write(id, base, base.with(Places.TITLE, "Am Fluss")));

        as(member, () -> writing.recover(id, base, base.with(row, "10 Bänke und 2 Tische"), row));

        assertThat(as(member, () -> writing.look(id).manuscript().rivalsAt(row)))
                .hasSize(1);
    }

    @Test
    @DisplayName("show who else writes where")
    void presence() {
        var id = motion();
        var mine = UUID.randomUUID();
        var theirs = UUID.randomUUID();
        as(member, () -> writers.write(id, mine, Places.TITLE));
        as(leader, () -> writers.write(id, theirs, ""));

        assertThat(as(leader, () -> writers.others(id, theirs)))
                .containsExactly(new Writers.Writer("Max Meyer", Places.TITLE));
        as(member, () -> writers.leave(mine));
        assertThat(as(leader, () -> writers.others(id, theirs))).isEmpty();
    }

    @Test
    @DisplayName("are answered by the office that was asked, and the answer is read with the inquiry")
    void answers() {
        var person = Objects.requireNonNull(test.councillor.person());
        var id = as(
                test.councillor,
                () -> beginning.begin(
                        PaperType.INQUIRY, test.council, PaperAuthor.of(person), "Wie viele Bänke?", true));
        as(test.councillor, () -> writing.handIn(id));
        as(test.clerk, () -> drafting.release(id, drafting.workingCopy(id).revision()));
        denied(worker, () -> answering.write(id, 0, "Vorschnell"));
        denied(member, () -> answering.ask(id, office, null));

        as(test.clerk, () -> answering.ask(id, office, LocalDate.of(2027, 1, 31)));
        var revision = as(worker, () -> answering.write(id, 1, "Es sind zwölf."));

        assertThat(as(rival, () -> answering.answer(id))).isEmpty();
        assertThat(as(rival, () -> answering.draft(id))).isEmpty();
        denied(worker, () -> answering.release(id, revision));
        assertThat(shelf.publicView(id).orElseThrow().answer()).isNull();
        as(head, () -> answering.release(id, revision));
        as(worker, () -> answering.write(id, revision + 1, "Es sind dreizehn."));
        assertThat(as(rival, () -> answering.answer(id)).orElseThrow().text()).isEqualTo("Es sind zwölf.");
        assertThat(Objects.requireNonNull(shelf.publicView(id).orElseThrow().answer())
                        .text())
                .isEqualTo("Es sind zwölf.");
    }

    @Test
    @DisplayName(
            "are answered by two at once without loss: what does not touch is merged, the same words wait for a decision")
    void answeredByTwo() {
        var id = inquiry("Wie viele Tische?", true);
        as(test.clerk, () -> answering.ask(id, office, null));
        as(worker, () -> answering.writeOn(id, "", "Es sind zwölf Tische. Alle stehen."));
        var from = "Es sind zwölf Tische. Alle stehen.";

        as(worker, () -> answering.writeOn(id, from, "Es sind zwölf runde Tische. Alle stehen."));
        var merged = as(head, () -> answering.writeOn(id, from, "Es sind zwölf Tische. Alle stehen gut."));

        assertThat(merged)
                .isInstanceOfSatisfying(
                        AnswerWriting.Stored.class,
                        it -> assertThat(it.answer().text()).isEqualTo("Es sind zwölf runde Tische. Alle stehen gut."));
        var differs = as(head, () -> answering.writeOn(id, from, "Es sind zwölf eckige Tische. Alle stehen."));
        assertThat(differs)
                .isInstanceOfSatisfying(
                        AnswerWriting.Differs.class,
                        it -> assertThat(it.theirs().text()).isEqualTo("Es sind zwölf runde Tische. Alle stehen gut."));
        assertThat(as(worker, () -> answering.draft(id)).orElseThrow().text())
                .as("nothing is overwritten")
                .isEqualTo("Es sind zwölf runde Tische. Alle stehen gut.");
        denied(rival, () -> answering.writeOn(id, "", "Falsch"));
    }

    @Test
    @DisplayName("have files of their answer, which are read with it: before its release by nobody but who writes it")
    void filesOfAnswers() {
        var id = inquiry("Wie viele Stühle?", true);
        as(test.clerk, () -> answering.ask(id, office, null));
        as(worker, () -> answering.writeOn(id, "", "Siehe Liste."));
        var owner = AnswerFiles.owner(id);
        var list = as(worker, () -> files.attach(owner, "Liste.txt", true, stream("Zwanzig")));
        var inside = as(worker, () -> files.attach(owner, "Intern.txt", false, stream("Geheim")));

        for (var other : List.of(rival, member, test.councillor)) {
            assertThat(as(other, () -> files.list(owner))).isEmpty();
            assertThat(as(other, () -> files.find(list.id()))).isEmpty();
            denied(other, () -> files.attach(owner, "Fremd.txt", true, stream("Fremd")));
        }
        assertThat(files.publicList(owner)).isEmpty();
        as(
                head,
                () -> answering.release(
                        id, as(head, () -> answering.draft(id)).orElseThrow().revision()));

        assertThat(as(rival, () -> files.list(owner)))
                .extracting(FileSummary::id)
                .containsExactly(list.id());
        assertThat(as(rival, () -> files.find(inside.id()))).isEmpty();
        assertThat(files.publicList(owner)).extracting(FileSummary::id).containsExactly(list.id());
        denied(worker, () -> files.rename(list.id(), "Nachträglich"));
        assertThat(as(head, () -> files.rename(list.id(), "Liste der Stühle")).name())
                .isEqualTo("Liste der Stühle.txt");
    }

    private PaperId inquiry(String title, boolean isPublic) {
        var person = Objects.requireNonNull(test.councillor.person());
        var id = as(
                test.councillor,
                () -> beginning.begin(PaperType.INQUIRY, test.council, PaperAuthor.of(person), title, isPublic));
        as(test.councillor, () -> writing.handIn(id));
        as(test.clerk, () -> drafting.release(id, drafting.workingCopy(id).revision()));
        return id;
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("that are not public are read by the office that answers, and by no other")
    void nonPublicInquiries() {
        var person = Objects.requireNonNull(test.councillor.person());
        var id = as(
                test.councillor,
                () -> beginning.begin(PaperType.INQUIRY, test.council, PaperAuthor.of(person), "Vertraulich", false));
        as(test.councillor, () -> writing.handIn(id));
        as(test.clerk, () -> drafting.release(id, drafting.workingCopy(id).revision()));
        assertThat(as(worker, () -> shelf.find(id))).isEmpty();

        as(test.clerk, () -> answering.ask(id, office, null));

        assertThat(as(worker, () -> shelf.find(id))).isPresent();
        assertThat(listed(worker)).contains(id);
        assertThat(as(rival, () -> shelf.find(id))).isEmpty();
        assertThat(listed(rival)).doesNotContain(id);
    }

    @Test
    @DisplayName("keep sections that are not public from the public, from members and from searching")
    void nonPublicSections() {
        var body = test.city.body();
        var before = test.asSystem(() -> templates.current(body, PaperType.INFORMATION));
        var secret = new TemplateSection("secret", "Intern", "", "", SectionKind.TEXT, false, false);
        test.asSystem(() -> templates.change(
                body,
                PaperType.INFORMATION,
                before.version(),
                new TemplateDesign(
                        "Info",
                        List.of(new TemplateField("office", "Amt", "", FieldType.TEXT, true, List.of())),
                        List.of(before.design().sections().getFirst(), secret),
                        new Numbering("I-{number:2}/{yyyy}", "I", 7, true),
                        SignatureRule.NONE)));
        var id = as(
                worker,
                () -> beginning.begin(PaperType.INFORMATION, test.council, PaperAuthor.of(office), "Lage", true));
        as(worker, () -> write(id, Places.section("secret"), "Geheimwort"));
        assertThat(as(worker, () -> writing.look(id).number().isGiven())).isFalse();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(worker, () -> writing.handIn(id)))
                .satisfies(it -> assertThat(it.key()).isEqualTo("paper.missing.field"));
        as(worker, () -> write(id, Places.field("office"), "Stadtplanungsamt"));
        as(worker, () -> writing.handIn(id));
        as(test.clerk, () -> drafting.release(id, drafting.workingCopy(id).revision()));

        assertThat(as(test.clerk, () -> shelf.paper(id).details().sections())).hasSize(1);
        assertThat(as(test.clerk, () -> shelf.paper(id).paper().number()))
                .asString()
                .matches("I-07/20\\d\\d");
        assertThat(as(rival, () -> shelf.paper(id).details().sections())).isEmpty();
        assertThat(as(rival, () -> shelf.paper(id).details().fields())).hasSize(1);
        assertThat(as(rival, () -> shelf.versions(id)).getFirst().details().sections())
                .isEmpty();
        assertThat(as(rival, () -> shelf.list(PaperQuery.of("Geheimwort", 5)))).isEmpty();
        assertThat(as(rival, () -> shelf.list(PaperQuery.of("Stadtplanungsamt", 5))))
                .hasSize(1);
        assertThat(shelf.publicView(id).orElseThrow().details().sections()).isEmpty();
        assertThat(shelf.publicView(id).orElseThrow().openText()).doesNotContain("Geheimwort");
    }

    private void write(PaperId id, String place, String text) {
        var base = writing.look(id).manuscript();
        writing.write(id, base, base.with(place, text));
    }

    private List<PaperId> listed(SignedIn who) {
        return as(who, () -> shelf.list(new PaperQuery("", null, null, test.council, null, 100))).stream()
                .map(PaperSummary::id)
                .toList();
    }

    private void denied(SignedIn who, ThrowingCallable step) {
        assertThat(catchThrowable(() -> as(who, () -> {
                    try {
                        step.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Throwable e) {
                        throw new IllegalStateException(e);
                    }
                })))
                .isInstanceOfAny(AccessDeniedException.class, NoSuchElementException.class);
    }
}
