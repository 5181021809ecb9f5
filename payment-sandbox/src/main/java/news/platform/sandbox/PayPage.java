package news.platform.sandbox;

import java.math.BigDecimal;
import java.util.Currency;

/** What whoever pays sees. */
final class PayPage {
    private PayPage() {}

    static String of(SandboxCharge charge) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>Sandbox payment</title>
                <style>
                body { font: 1.1rem system-ui, sans-serif; max-width: 24rem; margin: 4rem auto; padding: 0 1rem; }
                button { font: inherit; padding: .6rem 1.4rem; margin-right: .6rem; }
                </style>
                </head>
                <body>
                <h1>Sandbox payment</h1>
                <p>No money moves here.</p>
                <p>%s</p>
                <p><strong>%s</strong></p>
                %s
                </body>
                </html>
                """.formatted(escaped(charge.order().description()), amount(charge), what(charge));
    }

    private static String what(SandboxCharge charge) {
        return switch (charge.state()) {
            case PENDING -> """
                <form method="post">
                <button name="decision" value="pay">Pay</button>
                <button name="decision" value="refuse">Refuse</button>
                </form>""";
            case PAID -> "<p>Paid. You can close this page.</p>";
            case FAILED -> "<p>Refused. You can close this page.</p>";
            case CLOSED -> "<p>This cannot be paid any more.</p>";
        };
    }

    private static String amount(SandboxCharge charge) {
        int decimals =
                Math.max(0, Currency.getInstance(charge.order().currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(charge.order().amountMinor(), decimals).toPlainString() + " "
                + charge.order().currency();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
