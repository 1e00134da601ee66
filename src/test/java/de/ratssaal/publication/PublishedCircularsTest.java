package de.ratssaal.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.circular.CircularConduct;
import de.ratssaal.circular.TestCirculars;
import de.ratssaal.voting.Choice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
@DisplayName("R13, R15: Before the public, a resolution in writing")
class PublishedCircularsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    CircularConduct conduct;

    @Autowired
    PublicRegister register;

    MockMvc browser;
    TestCirculars city;

    @BeforeEach
    void browser(@Autowired WebApplicationContext application) {
        browser = MockMvcBuilders.webAppContextSetup(application).build();
        city = new TestCirculars(context);
    }

    @Test
    @DisplayName("is shown once it is counted, with its wording, the agreement and who voted how, in either language")
    void shown() {
        var id = city.begun(true);
        for (var member : city.members()) {
            city.answers(id, member, !member.equals(city.member(4)), Choice.YES);
        }
        assertThat(register.circular(id)).as("while it runs").isEmpty();

        Acting.as(city.city.chair(), () -> conduct.close(id));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(page("/circular-resolutions/" + id))
                        .contains(
                                "Beschluss im Umlaufverfahren",
                                TestCirculars.WORDING,
                                "Das Wasser steigt.",
                                "stimmten 4 von 5 Mitgliedern zu; nötig waren 4",
                                "ThürKO § 36a",
                                "Test-" + city.member(3)));
        assertThat(page("/en/circular-resolutions/" + id)).contains("Resolution in writing");
        assertThat(page("/organizations/" + city.city.council())).contains("Pumpen gegen das Hochwasser");
        assertThat(page("/decisions")).contains("Pumpen gegen das Hochwasser");
        assertThat(page("/search?q=Pumpen")).contains("/circular-resolutions/" + id);
        assertThat(page("/sitemap.xml")).contains("/circular-resolutions/" + id);
    }

    @Test
    @DisplayName("is nowhere if it is not public, or if too few agreed to decide in writing")
    void nowhere() {
        var secret = city.adopted(false);
        var notAgreed = city.begun(true);
        city.members().forEach(it -> city.answers(notAgreed, it, false, Choice.YES));
        Acting.as(city.city.chair(), () -> conduct.close(notAgreed));
        var last = city.adopted(true);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(register.circular(last)).isPresent());
        for (var hidden : new Object[] {secret, notAgreed}) {
            assertThat(status("/circular-resolutions/" + hidden)).isEqualTo(404);
        }
        assertThat(page("/search?q=Zacharias")).doesNotContain("/circular-resolutions/");
        assertThat(page("/organizations/" + city.city.council())).doesNotContain("Zacharias");
    }

    private int status(String address) {
        try {
            return browser.perform(get(address)).andReturn().getResponse().getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String page(String address) {
        try {
            return browser.perform(get(address)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
