package de.ratssaal.identity.web;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Below {@code /app} everything belongs to Vaadin, except these paths: they are Spring's controllers, named by their whole
 * path as everywhere else.
 */
@Configuration
class SpringPathsInApp {

    private static final String[] PATHS = {"/app/login", "/app/login/*"};

    @Bean
    ServletRegistrationBean<WholePathServlet> springPathsInAppServlet(
            DispatcherServlet spring, ObjectProvider<MultipartConfigElement> multipart) {
        var registration = new ServletRegistrationBean<>(new WholePathServlet(spring), PATHS);
        registration.setName("springPathsInApp");
        registration.setAsyncSupported(true);
        multipart.ifAvailable(registration::setMultipartConfig);
        return registration;
    }

    /** Passes a request on as if the servlet were the default one, so that no part of the path is cut off. */
    static final class WholePathServlet extends HttpServlet {

        private static final long serialVersionUID = 1;

        private final transient DispatcherServlet spring;

        WholePathServlet(DispatcherServlet spring) {
            this.spring = spring;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            spring.service(new WholePath(request), response);
        }
    }

    private static final class WholePath extends HttpServletRequestWrapper implements HttpServletMapping {

        WholePath(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getServletPath() {
            var within = super.getPathInfo();
            return within == null ? super.getServletPath() : super.getServletPath() + within;
        }

        @Override
        public @Nullable String getPathInfo() {
            return null;
        }

        @Override
        public HttpServletMapping getHttpServletMapping() {
            return this;
        }

        @Override
        public String getMatchValue() {
            return "";
        }

        @Override
        public String getPattern() {
            return "/";
        }

        @Override
        public String getServletName() {
            return super.getHttpServletMapping().getServletName();
        }

        @Override
        public MappingMatch getMappingMatch() {
            return MappingMatch.DEFAULT;
        }
    }
}
