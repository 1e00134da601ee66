package de.ratssaal.distribution.web;

import de.ratssaal.distribution.Replies;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What the link in an invitation leads to. Opening it declines nothing: mail programs open links by themselves. The address
 * is the only proof; one that leads nowhere is answered as any other, 404.
 */
@Controller
class DeclineController {

    private static final String PAGE = "distribution/decline";

    private final Replies replies;

    DeclineController(Replies replies) {
        this.replies = replies;
    }

    @GetMapping("/decline/{token}")
    String ask(@PathVariable String token, HttpServletResponse response, Model model) {
        return page(replies.find(token), token, response, model);
    }

    @PostMapping("/decline/{token}")
    String decline(@PathVariable String token, HttpServletResponse response, Model model) {
        return page(replies.decline(token), token, response, model);
    }

    private static String page(Optional<Replies.Reply> reply, String token, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (reply.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        reply.ifPresent(it -> model.addAttribute("reply", it));
        model.addAttribute("action", "/decline/" + token);
        return PAGE;
    }
}
