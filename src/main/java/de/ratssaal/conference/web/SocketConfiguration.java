package de.ratssaal.conference.web;

import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/** Where browsers open their lines. Spring's own setting up would bring a scheduler along, in place of the application's. */
@Configuration
@ConditionalOnWebApplication
class SocketConfiguration {

    static final String PATH = "/api/conference/line";

    @Bean
    WebSocketHttpRequestHandler conferenceLines(ConferenceSocket socket) {
        var handler = new WebSocketHttpRequestHandler(socket);
        handler.getHandshakeInterceptors().add(new OwnPagesOnly());
        return handler;
    }

    @Bean
    SimpleUrlHandlerMapping conferenceLineMapping(WebSocketHttpRequestHandler conferenceLines) {
        return new SimpleUrlHandlerMapping(Map.of(PATH, conferenceLines), Ordered.HIGHEST_PRECEDENCE);
    }
}
