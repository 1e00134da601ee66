package de.ratssaal.notification;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Makes the settings of this module known. */
@Configuration
@EnableConfigurationProperties(MailSettings.class)
class NotificationConfiguration {}
