package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import de.ratssaal.document.TestPdfs;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The secretariat makes the redacted version of a non-public file")
class RedactionPageTest extends BrowserTest {

    @Autowired
    JdbcClient database;

    @Test
    @DisplayName("by searching a word, with the mouse and with the keyboard; the name is not in it any more")
    void redacts() throws Exception {
        var secretariat = window("secretariat").signIn("sekretariat").open("/app/papers/" + paper());
        var page = secretariat.page();
        var open = page.locator("vaadin-checkbox")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Öffentlich, sobald"));
        if (open.isVisible()) {
            open.locator("input").uncheck();
        }
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(
                        "Kaufvertrag.pdf",
                        "application/pdf",
                        TestPdfs.saying("Verkauf an Herrn Wolkenstein", "Herr Wolkenstein zahlt im Mai")));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kaufvertrag.pdf schwärzen"))
                .click();
        secretariat.settle();
        var picture = page.locator(".rs-marker-page");
        assertThat(picture).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        page.waitForFunction("() => document.querySelector('.rs-marker-page')?.naturalWidth > 0");

        secretariat.field("Wort oder Wortfolge").fill("Wolkenstein");
        secretariat.button("Überall markieren").click();
        assertThat(page.locator(".rs-marked li"))
                .hasCount(
                        2,
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions().setTimeout(30_000));
        var canvas = page.locator(".rs-marker-areas");
        var box = canvas.boundingBox();
        page.mouse().move(box.x + 60, box.y + 60);
        page.mouse().down();
        page.mouse().move(box.x + 200, box.y + 90);
        page.mouse().up();
        assertThat(page.locator(".rs-marked li")).hasCount(3);
        canvas.focus();
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Shift+ArrowRight");
        assertThat(page.locator(".rs-marker-said")).containsText("mm von links");
        page.keyboard().press("Enter");
        assertThat(page.locator(".rs-marked li")).hasCount(4);
        secretariat.assertAccessible().assertFits().wholePage("redaction");
        secretariat.resize(Size.PHONE).assertAccessible().assertFits().wholePage("redaction-phone");
        secretariat.resize(Size.DESKTOP);

        secretariat.button("Geschwärzte Fassung erstellen").click();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Schwärzen").setExact(true))
                .click();
        var made = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Geschwärzte Fassung.pdf"));
        assertThat(made).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        secretariat.wholePage("redaction-made");
        nobodyElseComesTo(page.url());
        var answer = page.request().get((String) made.evaluate("it => it.href"));
        try (var document = Loader.loadPDF(answer.body())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("zahlt im Mai")
                    .doesNotContain("Wolkenstein");
        }
        secretariat.assertNoScriptErrors();
    }

    private void nobodyElseComesTo(String address) {
        var path = URI.create(address).getPath();
        for (var login : List.of("mitglied1", "gast", "admin")) {
            var other = window(login).signIn(login).open(path);
            assertThat(other.heading("Schwärzen")).hasCount(0);
            assertThat(other.page().locator("rs-page-marker")).hasCount(0);
            assertThat(other.page().locator("h1")).isVisible();
        }
    }

    @Test
    @DisplayName("an administrator sees that no virus scanner is set, and chooses what becomes of active content")
    void rules() {
        var administrator = window("administrator").signIn("admin");
        assertThat(administrator
                        .page()
                        .getByText("Es ist kein Virenscanner eingestellt")
                        .first())
                .isVisible();
        administrator.open("/app/file-rules");
        administrator
                .page()
                .getByText("annehmen und die aktiven Inhalte entfernen")
                .click();
        administrator.button("Speichern").click();
        assertThat(administrator.page().getByText("Die Regeln gelten ab sofort."))
                .isVisible();
        administrator.assertAccessible().assertFits().wholePage("file-rules");
        administrator.resize(Size.PHONE).assertFits().wholePage("file-rules-phone");
        assertThat(database.sql("select active_content from document_rules")
                        .query(String.class)
                        .single())
                .isEqualTo("REMOVE");
        database.sql("update document_rules set active_content = 'REFUSE'").update();
    }

    private UUID paper() {
        return database.sql("select id from paper_paper where state = 'RELEASED' order by number limit 1")
                .query(UUID.class)
                .single();
    }
}
