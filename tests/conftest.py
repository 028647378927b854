import os

from hypothesis import settings

# Examples may take long on a busy machine. CI tries the same ones every time, so that only a change can turn it red.
settings.register_profile("anywhere", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "anywhere")
