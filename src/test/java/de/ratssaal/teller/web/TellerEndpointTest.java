package de.ratssaal.teller.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.teller.TestTeller;
import de.ratssaal.teller.TestTellers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
@DisplayName("The addresses of a teller's browser")
class TellerEndpointTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    TestAccounts accounts;

    MockMvc browser;
    TestCouncil council;
    TestTellers tellers;

    @BeforeEach
    void begin(@Autowired WebApplicationContext application) {
        browser = MockMvcBuilders.webAppContextSetup(application).build();
        council = TestCouncil.of(5, context);
        accounts.of(council.members(), "ein langer Weg zum Rathaus");
        tellers = TestTellers.named(council.council(), council.members().subList(1, 4), 2, context);
    }

    private MockHttpServletResponse ask(PersonId person, MockHttpServletRequestBuilder request) {
        return Acting.as(
                person,
                () -> browser.perform(request.header("Accept-Language", "de"))
                        .andReturn()
                        .getResponse());
    }

    private MockHttpServletResponse send(PersonId person, String path, Object body) {
        return ask(
                person,
                post("/api/tellers" + path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JsonMapper.shared().writeValueAsString(body)));
    }

    private MockHttpServletResponse publish(TestTeller teller, int round, String message) {
        return send(
                teller.person(),
                "/ceremony/%s/round/%d".formatted(tellers.ceremony(), round),
                Map.of("message", message));
    }

    private String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("show the ceremony with everybody's messages byte by byte, to those who take part alone")
    void shown() throws Exception {
        var teller = tellers.tellers().get(1);
        var message = teller.announcement(teller.first());
        assertThat(publish(teller, 0, message).getStatus()).isEqualTo(200);

        var answer = ask(tellers.tellers().getFirst().person(), get("/api/tellers/ceremony"));
        var ceremony = JsonMapper.shared().readTree(text(answer));
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(ceremony.get("id").asString()).isEqualTo(tellers.ceremony().toString());
        assertThat(ceremony.get("index").asInt()).isEqualTo(1);
        assertThat(ceremony.get("threshold").asInt()).isEqualTo(2);
        assertThat(ceremony.get("group").asString()).isEqualTo("BELENIOS-2048");
        assertThat(ceremony.get("state").asString()).isEqualTo("RUNNING");
        assertThat(ceremony.get("tellers")).hasSize(3);
        assertThat(ceremony.get("rounds"))
                .hasSize(4)
                .allSatisfy(it -> assertThat(it).hasSize(3));
        assertThat(ceremony.get("rounds").get(0).get(1).asString()).isEqualTo(message);
        assertThat(ceremony.get("rounds").get(0).get(0).isNull()).isTrue();
        assertThat(ceremony.has("trustees")).isFalse();
        assertThat(ceremony.has("reason")).isFalse();

        assertThat(ask(council.chair(), get("/api/tellers/ceremony")).getStatus())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("take the same message again, refuse another with a sentence, and know no ceremony of others")
    void published() throws Exception {
        var teller = tellers.tellers().getFirst();
        var first = teller.first();
        var message = teller.announcement(first);
        assertThat(publish(teller, 0, message).getStatus()).isEqualTo(200);
        assertThat(publish(teller, 0, message).getStatus()).isEqualTo(200);
        var other = publish(teller, 0, teller.announcement(teller.first()));
        assertThat(other.getStatus()).isEqualTo(409);
        assertThat(text(other)).contains("Für diese Runde wurde schon etwas anderes gesendet.");
        var early = publish(teller, 1, first);
        assertThat(early.getStatus()).isEqualTo(409);
        assertThat(text(early)).contains("Noch haben nicht alle ihre vorige Nachricht gesendet.");
        tellers.tellers().forEach(it -> publish(it, 0, it.announcement(it.first())));
        var unannounced = publish(teller, 1, teller.first());
        assertThat(unannounced.getStatus()).isEqualTo(409);
        assertThat(text(unannounced)).contains("Das ist nicht die Nachricht, die dieses Gerät angekündigt hat.");
        assertThat(publish(teller, 1, first).getStatus()).isEqualTo(200);
        assertThat(publish(teller, 4, "{}").getStatus()).isEqualTo(404);
        assertThat(send(
                                council.chair(),
                                "/ceremony/%s/round/0".formatted(tellers.ceremony()),
                                Map.of("message", message))
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(teller.person(), "/ceremony/%s/round/0".formatted(UUID.randomUUID()), Map.of("message", "{}"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(teller.person(), "/ceremony/%s/round/2".formatted(tellers.ceremony()), Map.of())
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("say in the reader's language why it was broken off")
    void aborted() throws Exception {
        var teller = tellers.tellers().getFirst();
        var path = "/ceremony/%s/abort".formatted(tellers.ceremony());
        assertThat(send(council.chair(), path, Map.of("reason", "Nein")).getStatus())
                .isEqualTo(404);
        assertThat(send(teller.person(), path, Map.of("reason", "")).getStatus())
                .isEqualTo(409);
        assertThat(send(teller.person(), path, Map.of("reason", "share 2")).getStatus())
                .isEqualTo(200);
        assertThat(send(teller.person(), path, Map.of("reason", "share 2")).getStatus())
                .isEqualTo(200);
        var shown = JsonMapper.shared().readTree(text(ask(teller.person(), get("/api/tellers/ceremony"))));
        assertThat(shown.get("state").asString()).isEqualTo("ABORTED");
        assertThat(shown.get("reason").asString()).isEqualTo("Der Beitrag von Nummer 2 ist falsch.");
    }

    @Test
    @DisplayName("list what else a teller is asked for")
    void tasks() throws Exception {
        var answer = ask(tellers.tellers().getFirst().person(), get("/api/tellers/tasks"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(JsonMapper.shared().readValue(text(answer), List.class)).isEmpty();
    }
}
