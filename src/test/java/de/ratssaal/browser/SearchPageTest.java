package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Searching")
class SearchPageTest extends BrowserTest {

    @Autowired
    JdbcClient database;

    @BeforeEach
    void everythingIsRead() {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> database.sql("""
                        select exists (select from search_entry where kind = 'DOCUMENT')
                            and not exists (select from search_waiting)
                        """).query(Boolean.class).single());
    }

    @Test
    @DisplayName("A member searches from the frame, restricts the hits and opens one")
    void member() {
        var member = window("member").signIn("mitglied4");
        member.page().keyboard().press("Control+k");
        assertThat(field(member)).isFocused();
        field(member).fill("Stadt");
        field(member).press("Enter");
        assertThat(member.page().locator(".rs-search-found")).containsText("Treffer");
        assertThat(member.page().locator(".rs-hit mark").first()).isVisible();
        member.settle().assertAccessible().assertContrast().wholePage("search");
        member.handbook("search");
        member.dark().settle().assertAccessible().assertContrast().wholePage("search-dark");
        member.light()
                .resize(Size.PHONE)
                .settle()
                .assertFits()
                .assertAccessible()
                .wholePage("search-phone");
        member.resize(Size.DESKTOP);

        member.page()
                .locator(".rs-search-filters a")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^Vorlage")))
                .click();
        assertThat(member.page().locator(".rs-search-chosen")).containsText("Vorlage – aufheben");
        assertThat(member.page().url()).contains("kind=PAPER");
        member.page().locator(".rs-hit a").first().click();
        member.page().waitForURL(url -> url.contains("/app/papers/"));
    }

    @Test
    @DisplayName("Who finds nothing is told what to do, and another spelling that finds something")
    void nothing() {
        var member = window("member").signIn("mitglied4").open("/app/search");
        assertThat(member.page().getByText("Wonach suchen Sie?")).isVisible();
        member.settle().assertAccessible().wholePage("search-empty");

        member.open("/app/search?q=Haushalltsplan");
        assertThat(member.page().getByText("Nichts gefunden")).isVisible();
        assertThat(member.page().locator(".rs-search-suggestion a")).isVisible();
        member.settle().assertAccessible().wholePage("search-nothing");
    }

    @Test
    @DisplayName(
            "What is not public is marked as such for its members, and is not there for a guest nor for the public")
    void nonPublic() {
        var secret = database.sql(
                        "select title from search_entry where kind = 'PAPER' and not is_public and state = 'RELEASED' limit 1")
                .query(String.class)
                .single();
        var query = "/search?q=%22" + secret.replace(" ", "+").replace("\"", "") + "%22";
        var visitor = window("visitor").open(query);
        assertThat(visitor.page().locator(".rs-p-hit")).hasCount(0);
        var guest = window("guest").signIn("gast").open("/app" + query);
        assertThat(guest.page().locator(".rs-hit")).hasCount(0);
        var secretariat = window("secretariat").signIn("sekretariat").open("/app" + query);
        assertThat(secretariat.page().locator(".rs-hit .rs-badge").first()).containsText("nichtöffentlich");
        secretariat.settle().wholePage("search-non-public");
    }

    @Test
    @DisplayName(
            "A visitor of the portal finds public papers and pages of their files without scripts, and the right page opens")
    void visitor() {
        var visitor = window("visitor").open("/search?q=Stadt");
        var hits = visitor.page().locator(".rs-p-hit");
        assertThat(hits.first()).isVisible();
        visitor.assertAccessible().assertContrast().wholePage("portal-search");
        visitor.dark().assertAccessible().assertContrast();
        visitor.light().resize(Size.PHONE).assertFits().assertAccessible().wholePage("portal-search-phone");
        var page = database.sql("""
                        select text from publication_entry where kind = 'FILE' and length(text) > 40 order by id limit 1
                        """).query(String.class).single();
        var words = List.of(page.split("\\W+")).stream()
                .filter(it -> it.length() > 6)
                .limit(3)
                .toList();
        visitor.open("/search?q=" + String.join("+", words));
        var file = visitor.page().locator(".rs-p-hit a[href*='/files/']").first();
        assertThat(file).isVisible();
        assertThat(file.getAttribute("href")).matches("/files/[0-9a-f-]+#page=\\d+");
    }

    private static Locator field(Window member) {
        return member.page().locator(".rs-frame-search input");
    }
}
