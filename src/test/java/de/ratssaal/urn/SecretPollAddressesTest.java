package de.ratssaal.urn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.ballot.RecordVerification;
import de.ratssaal.ballot.RecordVerification.Wanted;
import de.ratssaal.identity.PersonId;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("The addresses of a secret vote by device")
class SecretPollAddressesTest {

    @Autowired
    ApplicationContext context;

    MockMvc device;

    @BeforeEach
    void switchOn(@Autowired WebApplicationContext application) {
        device = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(application.getBean("pageCache", Filter.class))
                .build();
    }

    private MockHttpServletResponse read(PersonId person, String address) {
        return Acting.as(
                person,
                () -> device.perform(get(address).header("Accept-Language", "de"))
                        .andReturn()
                        .getResponse());
    }

    private MockHttpServletResponse readByAnybody(String address) throws Exception {
        return device.perform(get(address)).andReturn().getResponse();
    }

    /** By somebody who has it already. */
    private MockHttpServletResponse readAgain(String address, String tag) throws Exception {
        return device.perform(get(address).header("If-None-Match", tag))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(PersonId person, String address, String field, String value) {
        var body = JsonMapper.shared().createObjectNode().put(field, value).toString();
        return Acting.as(
                person,
                () -> device.perform(post(address)
                                .header("Accept-Language", "de")
                                .characterEncoding("UTF-8")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body))
                        .andReturn()
                        .getResponse());
    }

    @Test
    @DisplayName("take a voter's device from its registration to its tracker, as the booth asks")
    void booth() throws Exception {
        var vote = new TestVote(5, 5, context);
        var voter = vote.meeting.member(1);
        var address = "/api/secret-polls/" + vote.poll;
        assertThat(read(voter, address).getStatus()).isEqualTo(404);
        vote.begin();

        assertThat(read(voter, address).getContentAsString())
                .contains("\"phase\":\"REGISTERING\"", "\"group\":\"BELENIOS-2048\"", "\"registered\":false");
        assertThat(read(voter, address + "/setup").getStatus()).isEqualTo(404);
        assertThat(send(voter, address + "/credential", "credential", vote.credential(voter))
                        .getStatus())
                .isEqualTo(200);
        assertThat(read(voter, address).getContentAsString()).contains("\"registered\":true");
        var other = send(voter, address + "/credential", "credential", vote.credential(PersonId.next()));
        assertThat(other.getStatus()).isEqualTo(409);
        assertThat(other.getContentAsString()).contains("ein anderes Gerät angemeldet");
        vote.register(5);
        vote.open();

        assertThat(read(voter, address).getContentAsString()).contains("\"phase\":\"OPEN\"", "\"voted\":false");
        assertThat(read(voter, address + "/setup").getContentAsString())
                .contains("\"election\":", "\"trustees\":", "\"credentials\":");
        var ballot = vote.ballot(voter, TestVote.YES);
        var cast = send(voter, address + "/ballot", "ballot", ballot);
        assertThat(cast.getStatus()).isEqualTo(200);
        assertThat(cast.getContentAsString()).contains("\"tracker\":");
        assertThat(send(voter, address + "/ballot", "ballot", ballot).getContentAsString())
                .isEqualTo(cast.getContentAsString());
        var second = send(voter, address + "/ballot", "ballot", vote.ballot(voter, TestVote.NO));
        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(second.getContentAsString()).contains("schon abgestimmt");
        assertThat(send(voter, address + "/ballot", "other", ballot).getStatus())
                .isEqualTo(400);
        assertThat(read(voter, address).getContentAsString()).contains("\"voted\":true");
        assertThat(read(PersonId.next(), "/api/secret-polls/no-poll").getStatus())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("give everybody the record and its page, but only once there is a result")
    void everybody() throws Exception {
        var vote = new TestVote(5, 5, context).opened(5);
        var page = "/secret-polls/" + vote.poll;
        assertThat(readByAnybody(page).getStatus()).isEqualTo(404);
        assertThat(readByAnybody(page + "/archive").getStatus()).isEqualTo(404);
        assertThat(readByAnybody(page + "/election").getStatus()).isEqualTo(200);
        assertThat(readByAnybody(page + "/credentials").getContentAsString()).startsWith("[\"");
        assertThat(readByAnybody(page + "/opened").getContentAsString())
                .contains("<rs-opened-ballot")
                .doesNotContain("??");
        vote.vote(0, TestVote.YES);
        vote.vote(1, TestVote.YES);
        vote.vote(2, TestVote.NO);
        vote.end();
        vote.decrypt(1);
        vote.decrypt(2);
        assertThat(readByAnybody(page + "/archive").getStatus()).isEqualTo(404);
        vote.confirm(1, true);
        vote.confirm(2, true);
        await().untilAsserted(() -> assertThat(vote.urn().state()).isEqualTo(UrnState.SETTLED));

        var german = readByAnybody(page);
        assertThat(german.getStatus()).isEqualTo(200);
        assertThat(german.getContentAsString())
                .contains("<rs-verify", "Annehmen?", String.valueOf(vote.urn().resultHead()))
                .doesNotContain("??");
        assertThat(readByAnybody("/en" + page).getContentAsString()).contains("Check the secret vote");
        var fetched = readByAnybody(page + "/archive");
        var archive = fetched.getContentAsByteArray();
        var strong = readByAnybody(page + "/strong-proofs");
        assertThat(strong.getHeader("Content-Disposition")).contains(vote.urn().uuid() + ".proofs.json");
        var heads = List.of(String.valueOf(vote.urn().resultHead()));
        var proven = new Wanted(false, false, heads, List.of(), Optional.of(strong.getContentAsByteArray()));
        assertThat(RecordVerification.verify(archive, proven).isValid()).isTrue();
        assertThat(RecordVerification.verify(archive, Wanted.FINISHED).isValid())
                .isFalse();
        assertThat(german.getContentAsString())
                .contains("src=\"/assets/ballot/verify.js\" integrity=\"sha256-")
                .contains("--proofs " + vote.urn().uuid() + ".proofs.json");
        var tag = String.valueOf(fetched.getHeader("ETag"));
        assertThat(tag).isEqualTo('"' + vote.urn().resultHead() + '"');
        assertThat(strong.getHeader("ETag")).isEqualTo(tag);
        for (var file : List.of("/archive", "/strong-proofs")) {
            var again = readAgain(page + file, tag);
            assertThat(again.getStatus()).isEqualTo(304);
            assertThat(again.getContentAsByteArray()).isEmpty();
            assertThat(readAgain(page + file, '"' + vote.urn().openingHead() + '"')
                            .getStatus())
                    .isEqualTo(200);
        }
        var opening = String.valueOf(readByAnybody(page + "/credentials").getHeader("ETag"));
        assertThat(readAgain(page + "/credentials", opening).getStatus()).isEqualTo(304);
    }

    @Test
    @DisplayName("say nothing of what is not published, even to who knows its hash")
    void notByItsHash() throws Exception {
        var vote = new TestVote(5, 5, context).opened(5);
        vote.vote(0, TestVote.YES);
        vote.vote(1, TestVote.YES);
        vote.vote(2, TestVote.NO);
        vote.end();
        vote.decrypt(1);
        vote.decrypt(2);
        var tag = '"' + String.valueOf(vote.urn().resultHead()) + '"';

        assertThat(readAgain("/secret-polls/" + vote.poll + "/archive", tag).getStatus())
                .isEqualTo(404);
        assertThat(readAgain("/secret-polls/" + vote.poll + "/strong-proofs", tag)
                        .getStatus())
                .isEqualTo(404);
    }
}
