package de.ratssaal.identity.web;

import de.ratssaal.base.Messages;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.FirstAdministrator;
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

/** For whoever installed the application, with the link that it showed at its start. */
@Controller
@RequestMapping(SecurityConfiguration.LOGIN + "/first-administrator/{token}")
class FirstAdministratorController {

    private static final String PAGE = "identity/first-administrator";

    private final FirstAdministrator first;
    private final Messages messages;

    FirstAdministratorController(FirstAdministrator first, Messages messages) {
        this.first = first;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable String token, HttpServletResponse response) {
        return first.isLinkValid(token) ? PAGE : used(response);
    }

    @PostMapping
    String create(
            @PathVariable String token,
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam String password,
            @RequestParam String repeated,
            Locale language,
            HttpServletResponse response,
            Model model) {
        if (!first.isLinkValid(token)) {
            return used(response);
        }
        try {
            if (!password.equals(repeated)) {
                throw new Refusal("identity.password.differs");
            }
            first.create(token, login, name, mail, password);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("error", messages.text(language, refusal));
            model.addAttribute("login", login);
            model.addAttribute("name", name);
            model.addAttribute("mail", mail);
            return PAGE;
        }
        return "redirect:" + SecurityConfiguration.LOGIN + "?created";
    }

    private static String used(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "identity/first-used";
    }
}
