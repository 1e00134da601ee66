package de.ratssaal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
@DisplayName("A public version of a non-public file, without what was marked")
class RedactionTest {

    @Autowired
    Redaction redaction;

    @Autowired
    Files files;

    @Autowired
    FileTexts texts;

    @Autowired
    TestOwners owners;

    @Autowired
    JdbcClient database;

    @Autowired
    RatssaalProperties settings;

    @Autowired
    ApplicationEvents events;

    TestOwners.Owner owner;
    FileSummary original;

    @BeforeEach
    void aClerkHasANonPublicFile() {
        owner = owners.owner();
        owner.published = true;
        TestOwners.signIn(owner.clerk);
        original = attach(false);
    }

    @AfterEach
    void nobodyActs() {
        TestOwners.signOut();
        assertThat(settings.data().resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void isPublicBesideTheOriginalThatStaysNonPublic() throws IOException {
        var areas = redaction.find(original.id(), "Wolkenstein");

        var made = redaction.make(original.id(), areas, "geschwärzt", "Vertrag (geschwärzt).pdf");

        assertThat(areas).hasSize(2);
        assertThat(made.file().redactedFrom()).isEqualTo(original.id());
        assertThat(made.report().letters()).isEqualTo(2 * "Wolkenstein".length());
        assertThat(files.publicList(owner.asOwner())).containsExactly(made.file());
        assertThat(files.publicContent(original.id())).isEmpty();
        assertThat(texts.ofPublic(made.file().id()).orElseThrow().whole())
                .contains("Herr")
                .doesNotContain("Wolkenstein");
        assertThat(new String(files.read(made.file().id()).open().readAllBytes()))
                .doesNotContain("Wolkenstein");
        assertThat(texts.of(original.id()).whole()).contains("Wolkenstein");
        assertThat(events.stream(FileRedacted.class)
                        .filter(it -> it.file().equals(made.file().id())))
                .singleElement()
                .satisfies(it -> assertThat(it.auditLine()).doesNotContain("Wolkenstein", "Vertrag"));
    }

    @Test
    void asLongAsThereIsOneTheOriginalCannotBeMadePublic() {
        var made = redaction.make(original.id(), List.of(new RedactionArea(1, 60, 60, 300, 60)), "", "Neu.pdf");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> files.setPublic(original.id(), true))
                .withMessage("document.refused.original-stays-closed");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("update document_file set is_public = true where id = :id")
                        .param("id", original.id().value())
                        .update());
        files.remove(made.file().id());
        assertThat(files.setPublic(original.id(), true).isPublic()).isTrue();
    }

    @Test
    void aSecondOneTakesThePlaceOfTheFirst() {
        var first = redaction.make(original.id(), List.of(new RedactionArea(1, 60, 60, 300, 60)), "", "Erste.pdf");
        var second = redaction.make(original.id(), List.of(new RedactionArea(1, 60, 60, 310, 60)), "", "Zweite.pdf");

        assertThat(files.publicList(owner.asOwner())).containsExactly(second.file());
        assertThat(files.history(owner.asOwner())).singleElement().satisfies(it -> {
            assertThat(it.file().id()).isEqualTo(first.file().id());
            assertThat(it.replacedBy()).isEqualTo(second.file().id());
        });
    }

    @Test
    void onceItsOriginalIsReplacedItIsKeptAndNotPublicUntilItIsMadeAnew() throws IOException {
        var areas = redaction.find(original.id(), "Wolkenstein");
        var made = redaction.make(original.id(), areas, "", "Neu.pdf").file();

        var now = files.replace(original.id(), "Vertrag neu.pdf", content("Herr Wolkenstein zieht um"));

        assertThat(now.isPublic()).isFalse();
        assertThat(files.publicList(owner.asOwner())).isEmpty();
        assertThat(files.publicContent(made.id())).isEmpty();
        assertThat(texts.ofPublic(made.id())).isEmpty();
        assertThat(files.outdatedRedactions(owner.asOwner())).containsExactly(made.id());
        assertThat(files.read(made.id()).file().redactedFrom()).isEqualTo(now.id());
        refused("document.refused.redaction-outdated", () -> files.setPublic(made.id(), true));
        refused("document.refused.original-stays-closed", () -> files.setPublic(now.id(), true));
        refused("document.refused.redacted-is-made", () -> files.replace(made.id(), "Anders.pdf", content("Anders")));
        for (var id : List.of(made.id(), now.id())) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> database.sql("update document_file set is_public = true where id = :id")
                            .param("id", id.value())
                            .update());
        }
        assertThat(events.stream(RedactionOutdated.class).filter(it -> it.file().equals(made.id())))
                .hasSize(1);
        TestOwners.signIn(owner.guest);
        assertThat(files.find(made.id())).isEmpty();
        assertThat(files.outdatedRedactions(owner.asOwner())).isEmpty();
        TestOwners.signIn(owner.clerk);

        var renewed = redaction
                .make(now.id(), redaction.find(now.id(), "Wolkenstein"), "", "Neu.pdf")
                .file();

        assertThat(files.publicList(owner.asOwner())).containsExactly(renewed);
        assertThat(texts.ofPublic(renewed.id()).orElseThrow().whole())
                .contains("zieht um")
                .doesNotContain("Wolkenstein");
        assertThat(files.outdatedRedactions(owner.asOwner())).isEmpty();
    }

    private static void refused(String key, ThrowingCallable step) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(step).withMessage(key);
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(TestPdfs.saying(text + " " + UUID.randomUUID()));
    }

    @Test
    void onlyWhoeverMayChangeTheOwnerSeesAPageOrMakesOne() {
        var areas = List.of(new RedactionArea(1, 60, 60, 300, 60));
        TestOwners.signIn(owner.member);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> redaction.make(original.id(), areas, "", "Neu.pdf"));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> redaction.picture(original.id(), 1));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> redaction.find(original.id(), "Herr"));
        TestOwners.signIn(owner.guest);
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> redaction.pages(original.id()));
        TestOwners.signOut();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> redaction.make(original.id(), areas, "", "Neu.pdf"));
        TestOwners.signIn(owner.clerk);
    }

    @Test
    void aPublicFileOrOneThatIsNoPdfCannotBeRedacted() {
        var open = attach(true);
        var text = files.attach(owner.asOwner(), "Text.txt", false, new ByteArrayInputStream("Herr".getBytes()));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> redaction.pages(open.id()))
                .withMessage("document.redact.refused.public");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> redaction.pages(text.id()))
                .withMessage("document.redact.refused.no-pdf");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> redaction.make(original.id(), List.of(), "", "Neu.pdf"))
                .withMessage("document.redact.refused.nothing-marked");
        assertThat(redaction.isPossible(original)).isTrue();
        assertThat(redaction.isPossible(open)).isFalse();
    }

    @Test
    void aPageIsShownAsAPicture() throws IOException {
        assertThat(redaction.pages(original.id())).hasSize(2).first().isEqualTo(new PageSize(612, 792));
        var picture = ImageIO.read(new ByteArrayInputStream(redaction.picture(original.id(), 2)));
        assertThat(picture.getWidth()).isEqualTo(935);
    }

    private FileSummary attach(boolean isPublic) {
        return files.attach(
                owner.asOwner(),
                "Vertrag.pdf",
                isPublic,
                new ByteArrayInputStream(
                        TestPdfs.saying("Herr Wolkenstein " + UUID.randomUUID(), "Anschrift von Herrn Wolkenstein")));
    }
}
