package dev.gyrus.core.internal.language;

import dev.gyrus.core.Unit;
import java.util.*;

public final class Parser {
    private final List<String> toks = new ArrayList<>();
    private int at;

    private Parser(String t) {
        var m = java.util.regex.Pattern.compile(
                        "\\s*([0-9.]+(?:[eE][-+]?[0-9]+)?|[\\p{L}_][\\p{L}_0-9]*(?:\\.[\\p{L}_0-9]+)?|<=|>=|==|!=|\\*\\*|\\[[^\\]]*\\]|.)")
                .matcher(t);
        while (m.find()) if (!m.group(1).isBlank()) toks.add(m.group(1));
    }

    public static List<Statement> parse(String text, String origin) {
        List<Statement> out = new ArrayList<>();
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            int ln = i + 1;
            String l = lines[i].replaceAll("#.*", "").trim();
            while (depth(l) > 0) l += " " + lines[++i].trim();
            if (l.isEmpty()) continue;
            int eq = l.indexOf('=');
            String left = l.substring(0, eq).trim();
            Expr e = expression(l.substring(eq + 1), origin);
            if (left.startsWith("hold "))
                out.add(new Statement.Hold(left.substring(5).trim(), e, ln));
            else if (left.startsWith("output "))
                out.add(new Statement.Output(left.substring(7).trim(), e, ln));
            else if (left.matches("d\\S+/dt"))
                out.add(new Statement.Differential(left.substring(1, left.length() - 3), e, ln));
            else out.add(new Statement.Let(left, e, ln));
        }
        return out;
    }

    private static int depth(String s) {
        int d = 0;
        for (char c : s.toCharArray()) {
            if (c == '(') d++;
            if (c == ')') d--;
        }
        return d;
    }

    public static Expr expression(String text, String origin) {
        Parser p = new Parser(text);
        Expr e = p.expr(0);
        if (p.at < p.toks.size()) throw new RuntimeException(text + " at " + p.toks.get(p.at));
        return e;
    }

    private String peek() {
        return at < toks.size() ? toks.get(at) : "";
    }

    private static int prec(String o) {
        return switch (o) {
            case "or" -> 1;
            case "and" -> 2;
            case "<", ">", "<=", ">=", "==", "!=" -> 3;
            case "+", "-" -> 4;
            case "*", "/" -> 5;
            case "^", "**" -> 7;
            default -> 0;
        };
    }

    private Expr expr(int min) {
        Expr l = unary();
        while (prec(peek()) > min) {
            String o = toks.get(at++);
            int p = prec(o);
            Expr r = p == 7 ? expr(6) : expr(p);
            l = switch (o) {
                case "+" -> new Expr.Binary(Expr.Op.ADD, l, r);
                case "-" -> new Expr.Binary(Expr.Op.SUB, l, r);
                case "*" -> new Expr.Binary(Expr.Op.MUL, l, r);
                case "/" -> new Expr.Binary(Expr.Op.DIV, l, r);
                case "^", "**" -> new Expr.Binary(Expr.Op.POW, l, r);
                case "and" -> new Expr.Logic(true, l, r);
                case "or" -> new Expr.Logic(false, l, r);
                case "<" -> new Expr.Compare(Expr.Rel.LT, l, r);
                case ">" -> new Expr.Compare(Expr.Rel.GT, l, r);
                case "<=" -> new Expr.Compare(Expr.Rel.LE, l, r);
                default -> new Expr.Compare(Expr.Rel.GE, l, r);
            };
        }
        return l;
    }

    private Expr unary() {
        String t = toks.get(at++);
        if (t.equals("-")) return new Expr.Negate(expr(6));
        if (t.equals("(")) {
            Expr e = expr(0);
            at++;
            return e;
        }
        if (Character.isDigit(t.charAt(0)) || t.charAt(0) == '.') {
            double v = Double.parseDouble(t);
            if (peek().startsWith("[")) {
                String u = toks.get(at++);
                v *= Unit.of(u.substring(1, u.length() - 1)).toCoherent();
            }
            return new Expr.Num(v);
        }
        if (peek().equals("(")) {
            at++;
            List<Expr> a = new ArrayList<>();
            while (true) {
                a.add(expr(0));
                if (toks.get(at++).equals(")")) break;
            }
            if (t.contains(".")) {
                int d = t.indexOf('.');
                return new Expr.Lookup(t.substring(0, d), t.substring(d + 1), a.get(0), a.get(1), 0, 0);
            }
            return new Expr.Call(Expr.Function.valueOf(t.toUpperCase(Locale.ROOT)), a);
        }
        return new Expr.Name(t);
    }
}
