package de.ratssaal.voting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import de.ratssaal.Acting;
import de.ratssaal.IntegrationTest;
import de.ratssaal.MovableClock;
import de.ratssaal.attendance.Delegating;
import de.ratssaal.attendance.DelegationId;
import de.ratssaal.base.LegalSource;
import de.ratssaal.identity.PersonId;
import de.ratssaal.rules.DelegationRule;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.TestRules;
import de.ratssaal.voting.OpenVoteRules;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.TestMeeting;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
@Import(MovableClock.class)
@DisplayName("The address of a member's vote")
class VoteEndpointTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Polls polls;

    @Autowired
    Delegating delegating;

    MockMvc device;

    @BeforeEach
    void switchOn(@Autowired WebApplicationContext application) {
        device = MockMvcBuilders.webAppContextSetup(application).build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"choice\":\"YES\"}",
                "{\"receipt\":\"6f1c5b5e-9f6e-4f0b-8a53-0a6f5be4c111\"}",
                "{\"choice\":null,\"receipt\":\"6f1c5b5e-9f6e-4f0b-8a53-0a6f5be4c111\"}",
                "{\"choice\":\"PERHAPS\",\"receipt\":\"6f1c5b5e-9f6e-4f0b-8a53-0a6f5be4c111\"}",
                "[]",
                ""
            })
    @DisplayName("says of what is not a whole vote that it was not counted, and stores nothing")
    void notAVote(String sent) throws Exception {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());

        var answer = send(poll, meeting.member(1), sent);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString())
                .contains("voting.vote.incomplete", "Ihre Stimme kam unvollständig an und wurde nicht gezählt.");
        assertThat(Acting.as(meeting.chair(), () -> polls.voted(poll))).isEmpty();
    }

    @Test
    @DisplayName("takes the whole vote after it")
    void aVote() throws Exception {
        var meeting = TestMeeting.open(3, 3, context);
        var poll = meeting.openPoll(meeting.item());
        send(poll, meeting.member(1), "{\"choice\":\"YES\"}");

        var answer =
                send(poll, meeting.member(1), "{\"choice\":\"YES\",\"receipt\":\"%s\"}".formatted(UUID.randomUUID()));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("\"STORED\"");
    }

    @Test
    @DisplayName("takes a change of a vote where the rules allow it, and says of one that came too late what counts")
    void aChange() throws Exception {
        var meeting = TestMeeting.open(3, 3, OpenVoteRules.of(true, false), context);
        var poll = meeting.openPoll(meeting.item());
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var change = "{\"choice\":\"%s\",\"receipt\":\"%s\",\"replaces\":\"%s\"}";
        send(poll, meeting.member(1), "{\"choice\":\"YES\",\"receipt\":\"%s\"}".formatted(first));

        var changed = send(poll, meeting.member(1), change.formatted("NO", second, first));
        var late = send(poll, meeting.member(1), change.formatted("ABSTENTION", UUID.randomUUID(), first));
        var firstAgain = send(poll, meeting.member(1), "{\"choice\":\"YES\",\"receipt\":\"%s\"}".formatted(first));

        assertThat(changed.getStatus()).isEqualTo(200);
        assertThat(changed.getContentAsString()).contains("\"STORED\"", "\"NO\"", second.toString());
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString())
                .contains("voting.correct.overtaken", "auf einem anderen Gerät geändert", "\"NO\"", second.toString());
        assertThat(firstAgain.getStatus()).isEqualTo(200);
        assertThat(firstAgain.getContentAsString()).contains("\"REPLACED\"", "\"NO\"");
    }

    @Test
    @DisplayName("that another member carries takes it from them, and tells nobody else of it")
    void aVoteForAnother() throws Exception {
        var source = new LegalSource("Satzung", "§ 9");
        var rules = TestRules.with(RulesOfProcedure.THUERINGEN, new DelegationRule(1, false, source));
        var meeting = TestMeeting.open(5, 3, rules, context);
        var absent = meeting.member(3);
        Acting.as(absent, () -> delegating.give(DelegationId.next(), meeting.id(), null, absent, meeting.member(1)));
        var poll = meeting.openPoll(meeting.item());
        var address = "/api/polls/%s/votes/%s".formatted(poll, absent);
        var vote = "{\"choice\":\"NO\",\"receipt\":\"%s\"}";

        var stranger = send(address, meeting.member(2), vote.formatted(UUID.randomUUID()));
        var holder = send(address, meeting.member(1), vote.formatted(UUID.randomUUID()));

        assertThat(stranger.getStatus()).isEqualTo(409);
        assertThat(stranger.getContentAsString())
                .contains("voting.vote.not-delegated")
                .doesNotContain("\"NO\"");
        assertThat(holder.getStatus()).isEqualTo(200);
        assertThat(ask(address, meeting.member(1)).getContentAsString()).contains("\"NO\"");
        assertThat(ask(address, absent).getContentAsString()).contains("\"NO\"");
        assertThat(ask(address, meeting.member(2)).getStatus()).isEqualTo(204);
        assertThat(send(address, meeting.member(2), vote.formatted(UUID.randomUUID()))
                        .getContentAsString())
                .doesNotContain("\"NO\"");
    }

    private MockHttpServletResponse ask(String address, PersonId member) {
        return Acting.as(member, () -> device.perform(get(address)).andReturn().getResponse());
    }

    private MockHttpServletResponse send(PollId poll, PersonId member, String vote) {
        return send("/api/polls/%s/vote".formatted(poll), member, vote);
    }

    private MockHttpServletResponse send(String address, PersonId member, String vote) {
        return Acting.as(
                member,
                () -> device.perform(post(address)
                                .header("Accept-Language", "de")
                                .accept(MediaType.APPLICATION_JSON)
                                .characterEncoding("UTF-8")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(vote))
                        .andReturn()
                        .getResponse());
    }
}
