package de.ratssaal.identity.web;

import de.ratssaal.base.Messages;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Passwords;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For whoever forgot the password or has none yet. */
@Controller
@RequestMapping(SecurityConfiguration.LOGIN)
class PasswordController {

    private final Passwords passwords;
    private final SessionCookies cookies;
    private final Messages messages;

    PasswordController(Passwords passwords, SessionCookies cookies, Messages messages) {
        this.passwords = passwords;
        this.cookies = cookies;
        this.messages = messages;
    }

    @GetMapping("/forgotten")
    String askForLink() {
        return "identity/forgotten";
    }

    @PostMapping("/forgotten")
    String sendLink(@RequestParam String login, HttpServletRequest request, Model model) {
        passwords.forgotten(login, cookies.origin(request));
        model.addAttribute("sent", true);
        return "identity/forgotten";
    }

    @GetMapping("/password/{token}")
    String askForPassword(@PathVariable String token, HttpServletResponse response) {
        if (!passwords.isLinkValid(token)) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "identity/link-used";
        }
        return "identity/choose-password";
    }

    @PostMapping("/password/{token}")
    String choose(
            @PathVariable String token,
            @RequestParam String password,
            @RequestParam String repeated,
            Locale language,
            HttpServletResponse response,
            Model model) {
        if (!passwords.isLinkValid(token)) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "identity/link-used";
        }
        try {
            if (!password.equals(repeated)) {
                throw new Refusal("identity.password.differs");
            }
            passwords.chooseWithLink(token, password);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("error", messages.text(language, refusal));
            return "identity/choose-password";
        }
        return "redirect:" + SecurityConfiguration.LOGIN + "?changed";
    }
}
