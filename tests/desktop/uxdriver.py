#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The MS Programs authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program on a private display, as a person would.

Starts a private X server (Xvfb), a private session bus, optionally a window manager and a
notification mock; launches the app; finds widgets through AT-SPI; clicks, types, reads, takes pictures.

    from uxdriver import Session
    with Session(size=(1280, 900), data_dirs=["PREFIX/share"]) as s:
        app = s.launch(["PREFIX/bin/ms-programs"])
        app.find(name="Title", role="text").set_text("Hello")
        app.find(name="Add entry", role="push button").click()
        app.wait_text("5 entries")
        s.screenshot("shot.png")

Run with Debian's /usr/bin/python3 (python3-gi lives there).
Packages: xvfb x11-utils x11-xserver-utils xdotool metacity imagemagick at-spi2-core gir1.2-atspi-2.0 python3-gi dbus
One Session per process (libatspi keeps one bus connection per process).
Ends only processes it started (by pid; orphans come back to it through PR_SET_CHILD_SUBREAPER).
"""
import ctypes
import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PR_SET_CHILD_SUBREAPER = 36


# role names that changed between at-spi2-core 2.46 (Debian 12) and 2.56 (Debian 13): new -> old
ROLE_ALIAS = {"button": "push button"}


class UxError(AssertionError):
    pass


def _children(pid):
    """pids whose parent is pid (from /proc)"""
    out = []
    for d in os.listdir("/proc"):
        if d.isdigit():
            try:
                with open(f"/proc/{d}/stat") as f:
                    s = f.read()
                if int(s[s.rindex(")") + 2:].split()[1]) == pid:
                    out.append(int(d))
            except (OSError, ValueError):
                pass
    return out


def norm(name):
    """GTK 4.8 names: '_Add entry Add entry' (mnemonic button) -> 'Add entry'"""
    n = (name or "").replace("_", "").strip()
    h = len(n) // 2
    if len(n) % 2 == 1 and n[h] == " " and n[:h] == n[h + 1:]:
        n = n[:h]
    return n


class Node:
    """one accessible object"""

    def __init__(self, sess, acc):
        self.s, self.acc, self.A = sess, acc, sess.Atspi

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"

    @property
    def role(self):
        r = self.acc.get_role_name()
        return ROLE_ALIAS.get(r, r)

    @property
    def name(self):
        return norm(self.acc.get_name())

    @property
    def raw_name(self):
        return self.acc.get_name()

    @property
    def description(self):
        return self.acc.get_description()

    def ifaces(self):
        return self.acc.get_interfaces()

    def states(self):
        self.acc.clear_cache()
        ss = self.acc.get_state_set()
        return {n for n in ("active", "showing", "visible", "focusable", "focused", "sensitive", "selected", "checked",
                            "pressed", "editable", "expanded", "selectable", "modal", "read_only", "invalid_entry")
                if hasattr(self.A.StateType, n.upper()) and ss.contains(getattr(self.A.StateType, n.upper()))}

    def children(self):
        return [Node(self.s, c) for c in (self.acc.get_child_at_index(i) for i in range(self.acc.get_child_count())) if c]

    def parent(self):
        p = self.acc.get_parent()
        return Node(self.s, p) if p else None

    def walk(self, depth=0, max_depth=40):
        yield depth, self
        if depth < max_depth:
            for c in self.children():
                try:
                    yield from c.walk(depth + 1, max_depth)
                except self.s.GLib.Error:
                    pass

    # ---- search ----
    def find_all(self, role=None, name=None, visible=True):
        self.acc.clear_cache()
        out = []
        for _d, n in self.walk():
            try:
                if role and n.role != role:
                    continue
                if name is not None:
                    nm = n.name
                    if isinstance(name, re.Pattern):
                        if not name.search(nm or "") and not name.search(n.description or ""):
                            continue
                    elif nm != name and n.description != name:
                        continue
                if visible and not n.on_screen():
                    continue
                out.append(n)
            except self.s.GLib.Error:
                continue
        return out

    def find(self, role=None, name=None, visible=True, timeout=10, index=0):
        end = time.time() + timeout
        while True:
            try:
                r = self.find_all(role, name, visible)
            except self.s.GLib.Error:
                r = []
            if len(r) > index:
                return r[index]
            if time.time() > end:
                raise UxError(f"not found: role={role!r} name={name!r}\n{self.tree()}")
            time.sleep(0.1)

    def gone(self, timeout=5, **kw):
        end = time.time() + timeout
        while self.find_all(**kw):
            if time.time() > end:
                raise UxError(f"still there: {kw}")
            time.sleep(0.1)

    def wait_text(self, text, timeout=10):
        """a label (any widget) whose name or text is/contains text"""
        pat = text if isinstance(text, re.Pattern) else re.compile(re.escape(text))
        return self.find(name=pat, timeout=timeout)

    # ---- geometry ----
    def extents(self):
        """(x, y, w, h) inside the window; GTK 4 knows no screen coordinates"""
        e = self.acc.get_extents(self.A.CoordType.WINDOW)
        return e.x, e.y, e.width, e.height

    def on_screen(self):
        """GTK 4.8 sets VISIBLE on everything and SHOWING only on windows, so: an area > 0 here and in every
        ancestor (closed revealers/search bars). A left GtkStack page keeps its old area: the app must mark it
        GTK_ACCESSIBLE_STATE_HIDDEN on unmap, then it leaves the tree."""
        n = self
        while n is not None and n.role not in ("application", "desktop frame"):
            if "Component" in n.ifaces():
                e = n.acc.get_extents(self.A.CoordType.WINDOW)
                if e.width <= 0 or e.height <= 0:
                    return False
                if n.role in ("frame", "dialog"):
                    break
            n = n.parent()
        return True

    # ---- actions ----
    def actions(self):
        if "Action" not in self.ifaces():
            return []
        return [self.A.Action.get_action_name(self.acc, i) for i in range(self.A.Action.get_n_actions(self.acc))]

    def do(self, action):
        acts = self.actions()
        if action not in acts:
            raise UxError(f"{self!r} has no action {action!r}; has {acts}")
        if not self.A.Action.do_action(self.acc, acts.index(action)):
            raise UxError(f"action {action} refused by {self!r}")
        time.sleep(0.05)
        return self

    def click(self):
        """AT-SPI click if there is one here or in a descendant (GtkMenuButton), else a real mouse click"""
        for n in [self] + [x for _d, x in self.walk(max_depth=2)][1:]:
            for a in ("click", "activate", "toggle"):
                if a in n.actions():
                    return n.do(a)
        return self.mouse_click()

    def mouse_click(self, button=1, count=1):
        x, y, w, h = self.extents()
        self.s.mouse_click(self._win(), x + w // 2, y + h // 2, button, count)
        return self

    def focus(self):
        """GTK 4.8 does move the focus but answers GrabFocus without its boolean, so libatspi raises: ignored"""
        if "Component" in self.ifaces():
            try:
                self.acc.grab_focus()
            except self.s.GLib.Error:
                pass
            time.sleep(0.05)
        return self

    def _win(self):
        n = self
        while n and n.role not in ("frame", "dialog", "window", "alert", "file chooser"):
            parent = n.parent()
            # an AdwWindow is a "filler"
            if parent and parent.role == "application":
                return n
            n = parent
        return n

    # ---- text ----
    @property
    def text(self):
        if "Text" not in self.ifaces():
            return self.name
        self.acc.clear_cache()
        n = self.A.Text.get_character_count(self.acc)
        return self.A.Text.get_text(self.acc, 0, n)

    def set_text(self, s):
        if "EditableText" not in self.ifaces():
            raise UxError(f"{self!r} is not editable")
        self.A.EditableText.set_text_contents(self.acc, s)
        time.sleep(0.05)
        return self

    def type(self, s):
        """real key presses into this widget"""
        self.mouse_click()
        self.s.type(s)
        return self

    # ---- selection ----
    def select_child(self, i):
        return self.A.Selection.select_child(self.acc, i)

    def tree(self, actions=False):
        rows = []
        for d, n in self.walk():
            try:
                rows.append("  " * d + f"{n.role} {n.raw_name!r}" + (f" desc={n.description!r}" if n.description else "")
                            + (f" {n.extents()}" if "Component" in n.ifaces() else "")
                            + (f" acts={n.actions()}" if actions else ""))
            except self.s.GLib.Error as e:
                rows.append("  " * d + f"? {e.message}")
        return "\n".join(rows)


class App(Node):
    def __init__(self, sess, acc, proc):
        super().__init__(sess, acc)
        self.proc = proc

    def window(self, name=None, timeout=5):
        return self.find(role="frame", name=name, timeout=timeout)

    def quit(self, timeout=5):
        self.proc.terminate()
        return self.proc.wait(timeout)


class Session:
    def __init__(self, size=(1280, 900), wm="metacity", env=None, data_dirs=(), dark=False, home=None,
                 keep_home=False, notifications=None, log=None, compositor=None, font="Cantarell 11", text_scale=None, locale=None, services=()):
        self.services = list(services)
        self.size, self.wm, self.extra_env, self.data_dirs = size, wm, dict(env or {}), list(data_dirs)
        self.dark, self.keep_home = dark, keep_home
        self.home = home or tempfile.mkdtemp(prefix="uxhome-")
        self.procs, self.notify_kind, self.notify = [], notifications, None
        self.logpath = log or os.path.join(self.home, "session.log")
        self.compositor, self.font, self.text_scale, self.locale = compositor, font, text_scale, locale

    # ---- life ----
    def __enter__(self):
        try:
            self._start()
        except BaseException:
            self.close()
            raise
        return self

    def _start(self):
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        self.log = open(self.logpath, "ab")
        rt = os.path.join(self.home, "run")
        for d in (rt, os.path.join(self.home, ".config"), os.path.join(self.home, ".cache"), os.path.join(self.home, ".local/share")):
            os.makedirs(d, mode=0o700, exist_ok=True)
        e = {k: v for k, v in os.environ.items() if k in ("PATH", "LANG", "TERM", "TZ", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS")}
        e.update(HOME=self.home, XDG_RUNTIME_DIR=rt, XDG_CONFIG_HOME=self.home + "/.config", XDG_CACHE_HOME=self.home + "/.cache",
                 XDG_DATA_HOME=self.home + "/.local/share", GDK_BACKEND="x11", GSETTINGS_BACKEND="keyfile", NO_AT_BRIDGE="0",
                 LIBGL_ALWAYS_SOFTWARE="1", GSK_RENDERER="cairo", XDG_CURRENT_DESKTOP="GNOME", GTK_USE_PORTAL="0",
                 XDG_DATA_DIRS=":".join(self.data_dirs + ["/usr/local/share", "/usr/share"]))
        if self.dark:
            e["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
        if self.locale:      # e.g. "ar_EG.UTF-8": needs the compiled locale (localedef -i ar_EG -f UTF-8 DIR/ar_EG.UTF-8, LOCPATH=DIR)
            e.update(LANG=self.locale, LC_ALL=self.locale, LANGUAGE=self.locale.split(".")[0])
        if self.font:        # GNOME's default; without it GTK takes "Sans 10" (DejaVu)
            os.makedirs(self.home + "/.config/gtk-4.0", exist_ok=True)
            with open(self.home + "/.config/gtk-4.0/settings.ini", "w") as f:
                f.write(f"[Settings]\ngtk-font-name={self.font}\n")
        e.update(self.extra_env)
        self.env = e
        # X server on a free display
        r, w = os.pipe()
        self._spawn(["Xvfb", "-displayfd", str(w), "-screen", "0", f"{self.size[0]}x{self.size[1]}x24", "-nolisten", "tcp", "-noreset"], pass_fds=(w,))
        os.close(w)
        self.display = ":" + self._readline(r, "Xvfb")
        e["DISPLAY"] = self.display
        # session bus
        r, w = os.pipe()
        self._spawn(["dbus-daemon", "--config-file=" + self._bus_config(), "--nofork", "--nopidfile", f"--print-address={w}"], pass_fds=(w,))
        os.close(w)
        e["DBUS_SESSION_BUS_ADDRESS"] = self._readline(r, "dbus-daemon")
        if self.wm:
            self._spawn([self.wm])
            self._wait_wm()
        if self.text_scale:  # "large text": Xft.dpi = 96 * factor
            subprocess.run(["xrdb", "-merge", "-"], env=e, input=f"Xft.dpi: {int(96 * self.text_scale)}\n", text=True, check=True, stderr=self.log)
        if self.compositor and shutil.which(self.compositor):   # else solid frames (5 px) and black boxes round popovers
            self._spawn([self.compositor])
            self._wait_compositor()
        if self.notify_kind:
            self.notify = NotifyMock(self, self.notify_kind)
        subprocess.run(["xdotool", "mousemove", "1", "1"], env=e, stdout=self.log, stderr=self.log)   # no hover in pictures
        # this process joins the same X display and bus
        os.environ.update({k: e[k] for k in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "HOME")})
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi, GLib, Gio
        self.Atspi, self.GLib, self.Gio = Atspi, GLib, Gio
        Atspi.init()
        Atspi.set_timeout(3000, 15000)

    def _bus_config(self):
        """hermetic bus: only the accessibility bus and the services in data_dirs and `services` can be activated,
        so no portal, keyring or real notification daemon of the machine gets into the test"""
        p = os.path.join(self.home, "session.conf")
        sd = os.path.join(self.home, "services")
        os.makedirs(sd, exist_ok=True)
        for n in ["org.a11y.Bus"] + self.services:
            src = f"/usr/share/dbus-1/services/{n}.service"
            if os.path.exists(src):
                shutil.copy(src, sd)
        dirs = "".join(f"<servicedir>{d}</servicedir>" for d in [sd] + [x + "/dbus-1/services" for x in self.data_dirs])
        with open(p, "w") as f:
            f.write(f"""<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><keep_umask/><listen>unix:dir={self.home}/run</listen><auth>EXTERNAL</auth>{dirs}
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
<limit name="reply_timeout">60000</limit></busconfig>""")
        return p

    @staticmethod
    def _readline(fd, what, timeout=10):
        buf, end = b"", time.time() + timeout
        while not buf.endswith(b"\n"):
            if not select.select([fd], [], [], max(0, end - time.time()))[0]:
                raise UxError(f"{what} did not start")
            c = os.read(fd, 1)
            if not c:
                raise UxError(f"{what} died at start")
            buf += c
        os.close(fd)
        return buf.decode().strip()

    def _spawn(self, argv, env=None, **kw):
        kw.setdefault("stdout", self.log)
        kw.setdefault("stderr", self.log)
        p = subprocess.Popen(argv, env=env or self.env, stdin=subprocess.DEVNULL, start_new_session=True, **kw)
        self.procs.append(p)
        return p

    def _wait_wm(self, timeout=5):
        end = time.time() + timeout
        while time.time() < end:
            o = subprocess.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], env=self.env, capture_output=True, text=True).stdout
            if "window id" in o:
                return
            time.sleep(0.05)
        raise UxError("window manager did not start")

    def _wait_compositor(self, timeout=5):
        end = time.time() + timeout
        d = ctypes.CDLL("libX11.so.6")
        d.XOpenDisplay.restype = ctypes.c_void_p
        d.XGetSelectionOwner.restype = ctypes.c_ulong
        dpy = d.XOpenDisplay(self.display.encode())
        dp = ctypes.c_void_p(dpy)
        try:
            while time.time() < end:
                if d.XGetSelectionOwner(dp, ctypes.c_ulong(d.XInternAtom(dp, b"_NET_WM_CM_S0", 0))):
                    return True
                time.sleep(0.05)
        finally:
            d.XCloseDisplay(dp)
        return False       # e.g. xcompmgr without -n owns the selection; others may not

    def __exit__(self, *exc):
        self.close()

    def close(self):
        for p in reversed(self.procs):
            if p.poll() is None:
                p.terminate()
                try:
                    p.wait(3)
                except subprocess.TimeoutExpired:
                    p.kill()
                    p.wait()
        # D-Bus activated helpers (at-spi-bus-launcher, registryd, dconf...) were re-parented to us
        for _ in range(20):
            left = [c for c in _children(os.getpid())]
            if not left:
                break
            for c in left:
                try:
                    os.kill(c, signal.SIGTERM)
                except ProcessLookupError:
                    pass
            time.sleep(0.1)
            try:
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
            except ChildProcessError:
                break
        if not self.keep_home:
            shutil.rmtree(self.home, ignore_errors=True)

    # ---- app ----
    def launch(self, argv, name=None, timeout=15, env=None, wait=True, stdout=None, stderr=None):
        p = self._spawn(argv, env={**self.env, **(env or {})}, stdout=stdout or self.log, stderr=stderr or self.log)
        if not wait:
            return p
        return self.app(name or os.path.basename(argv[0]), p, timeout)

    def app(self, name, proc=None, timeout=15):
        """the application object with this name (GTK 4: the program name, argv[0] without folder)"""
        end = time.time() + timeout
        while time.time() < end:
            if proc is not None and proc.poll() is not None:
                raise UxError(f"{name} ended with {proc.returncode} at start; see {self.logpath}:\n" + self.tail())
            d = self.Atspi.get_desktop(0)
            d.clear_cache()
            for i in range(d.get_child_count()):
                c = d.get_child_at_index(i)
                try:
                    if c and c.get_name() == name and c.get_child_count() > 0:
                        return App(self, c, proc)
                except self.GLib.Error:
                    pass
            time.sleep(0.1)
        raise UxError(f"{name} not on the accessibility bus after {timeout} s:\n" + self.tail())

    def tail(self, n=30):
        self.log.flush()
        with open(self.logpath, errors="replace") as f:
            return "".join(f.readlines()[-n:])

    def run(self, argv, **kw):
        return subprocess.run(argv, env=self.env, capture_output=True, text=True, timeout=kw.pop("timeout", 30), **kw)

    # ---- X input (xdotool = XTEST) ----
    def xdo(self, *a):
        r = self.run(["xdotool", *map(str, a)])
        if r.returncode:
            raise UxError(f"xdotool {a}: {r.stderr}")
        return r.stdout.strip()

    def window_id(self, title):
        return self.xdo("search", "--onlyvisible", "--name", f"^{re.escape(title)}$").split()[0]

    def window_geometry(self, wid):
        o = self.xdo("getwindowgeometry", "--shell", wid)
        g = dict(l.split("=") for l in o.splitlines() if "=" in l)
        return int(g["X"]), int(g["Y"]), int(g["WIDTH"]), int(g["HEIGHT"])

    def frame_extents(self, wid):
        """_GTK_FRAME_EXTENTS: invisible shadow around a CSD window (left, right, top, bottom)"""
        o = self.run(["xprop", "-id", wid, "_GTK_FRAME_EXTENTS"]).stdout
        m = re.search(r"= (\d+), (\d+), (\d+), (\d+)", o)
        return tuple(map(int, m.groups())) if m else (0, 0, 0, 0)

    def origin(self, win):
        """screen position of AT-SPI window coordinate (0,0): X window + invisible shadow (or the solid 5 px frame)"""
        wid = self.window_id(win.name)
        x, y, w, h = self.window_geometry(wid)
        l, r, t, b = self.frame_extents(wid)
        if l or t:
            return x + l, y + t, wid
        _x, _y, aw, ah = win.extents()
        return x + (w - aw) // 2, y + (h - ah) // 2, wid

    def mouse_click(self, win, x, y, button=1, count=1):
        ox, oy, _wid = self.origin(win)
        self.xdo("mousemove", ox + x, oy + y)
        time.sleep(0.05)
        self.xdo("click", "--repeat", count, "--delay", 60, button)
        time.sleep(0.1)

    def key(self, *keys):
        for k in keys:
            self.xdo("key", "--clearmodifiers", k)
        time.sleep(0.1)

    def type(self, s):
        self.xdo("type", "--clearmodifiers", "--delay", 15, "--", s)
        time.sleep(0.1)

    # ---- pictures ----
    def screenshot(self, path, window=None):
        """whole screen, or one window with its frame"""
        wid = self.window_id(window.name if isinstance(window, Node) else window) if window else "root"
        r = self.run(["import", "-silent", "-window", wid, "png:" + path])
        if r.returncode:
            raise UxError("import: " + r.stderr)
        return path

    # ---- D-Bus helpers ----
    def gaction(self, app_id, action, *params):
        r = self.run(["gapplication", "action", app_id, action, *params])
        if r.returncode:
            raise UxError(r.stderr)

    def bus_names(self):
        b = self.Gio.bus_get_sync(self.Gio.BusType.SESSION)
        return b.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ListNames", None, None, 0, -1, None).unpack()[0]


NOTIFY_SERVER = r'''
import sys, json, gi
from gi.repository import Gio, GLib
kind, out = sys.argv[1], sys.argv[2]
XML = {"fdo": """<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal><signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>""", "gtk": """<node><interface name="org.gtk.Notifications">
<method name="AddNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/></method>
<method name="RemoveNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/></method></interface></node>"""}[kind]
NAME = {"fdo": "org.freedesktop.Notifications", "gtk": "org.gtk.Notifications"}[kind]
PATH = "/" + NAME.replace(".", "/")
f = open(out, "a", buffering=1); n = [0]; conn = [None]
def call(c, sender, path, iface, method, params, inv):
    a = params.unpack()
    f.write(json.dumps({"t": GLib.get_real_time() / 1e6, "sender": sender, "method": method, "args": a}, default=str) + "\n")
    if method == "Notify":
        i = a[1] or n[0] + 1; n[0] = max(n[0], i); inv.return_value(GLib.Variant("(u)", (i,)))
    elif method == "GetCapabilities": inv.return_value(GLib.Variant("(as)", (["actions", "body", "body-markup", "persistence"],)))
    elif method == "GetServerInformation": inv.return_value(GLib.Variant("(ssss)", ("uxmock", "uxdriver", "1", "1.2")))
    else: inv.return_value(None)
def acquired(c, name):
    conn[0] = c
    c.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0], call, None, None)
def line(ch, cond):
    l = ch.readline()
    if not l: loop.quit(); return False
    w = l.split()
    if w and w[0] == "invoke": conn[0].emit_signal(None, PATH, NAME, "ActionInvoked", GLib.Variant("(us)", (int(w[1]), " ".join(w[2:]))))
    return True
def owned(c, name): f.write(json.dumps({"method": "READY", "args": [], "t": 0, "sender": ""}) + "\n")
Gio.bus_own_name(Gio.BusType.SESSION, NAME, 0, acquired, owned, lambda *a: sys.exit("name lost"))
ch = GLib.IOChannel.unix_new(0); GLib.io_add_watch(ch, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, line)
loop = GLib.MainLoop(); loop.run()
'''


class NotifyMock:
    """owns org.freedesktop.Notifications (kind 'fdo': any desktop) or org.gtk.Notifications (kind 'gtk': GNOME Shell)"""

    def __init__(self, sess, kind):
        self.s, self.kind, self.path = sess, kind, os.path.join(sess.home, f"notify-{kind}.jsonl")
        open(self.path, "w").close()
        r, w = os.pipe()
        self.w = os.fdopen(w, "w")
        p = subprocess.Popen(["/usr/bin/python3", "-c", NOTIFY_SERVER, kind, self.path], env=sess.env, stdin=r, stdout=sess.log, stderr=sess.log, start_new_session=True)
        os.close(r)
        sess.procs.append(p)
        self.wait("READY")

    def calls(self, method=None):
        with open(self.path) as f:
            c = [json.loads(l) for l in f if l.endswith("\n")]
        return [x for x in c if method is None or x["method"] == method]

    def wait(self, method=None, n=1, timeout=10):
        method = method or {"fdo": "Notify", "gtk": "AddNotification"}[self.kind]
        end = time.time() + timeout
        while time.time() < end:
            c = self.calls(method)
            if len(c) >= n:
                return c[n - 1]
            time.sleep(0.05)
        raise UxError(f"no {method} within {timeout} s; got {[c['method'] for c in self.calls()]}")

    def invoke(self, nid, action):
        """the user clicks an action (fdo only): 'default' or the button's key"""
        self.w.write(f"invoke {nid} {action}\n")
        self.w.flush()


if __name__ == "__main__":
    # uxdriver.py PROGRAM [ARG...]: print its accessibility tree and write shot.png
    with Session(dark=bool(os.environ.get("DARK"))) as s:
        a = s.launch(sys.argv[1:])
        time.sleep(0.7)
        print(a.tree(actions=bool(os.environ.get("ACTIONS"))))
        s.screenshot(os.environ.get("SHOT", "shot.png"))
