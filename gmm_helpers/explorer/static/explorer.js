// Made from ../javascript/ by `make bundle`: never edit this file.
function g(s,t={},...e){let n=document.createElement(s);for(let[r,o]of Object.entries(t))r.startsWith("on")?n.
addEventListener(r.slice(2),o):o===!0?n.setAttribute(r,""):o!==!1&&o!=null&&n.setAttribute(r,o);for(let r of e)
r!=null&&n.append(r);return n}var en="http://www.w3.org/2000/svg";function we(s){let t=document.createElementNS(
en,"svg"),e=document.createElementNS(en,"path");e.setAttribute("d",s);for(let[n,r]of Object.entries({viewBox:"\
0 0 16 16","aria-hidden":"true",class:"emx-sign"}))t.setAttribute(n,r);return t.append(e),t}function J(s,t,e){
let n=g("select",{"aria-label":s,onchange:()=>e(n.value)}),r=g("label",{},g("span",{},s),n),o=a=>n.replaceChildren(
...a.map(l=>g("option",{value:l},l)));return o(t),{element:r,select:n,show:o,choose:a=>{let l=h=>h.value===String(
a)||Number(h.value)===a,c=[...n.options].find(l)??g("option",{},String(a));c.parentElement||n.append(c),n.value=
c.value}}}function Y(s,t,e){let n=g("input",{type:"checkbox",onchange:()=>t(n.checked)});return{element:g("lab\
el",{class:"emx-tick",title:e},n,s),input:n}}function ye(s,t,e,n){let r=h=>n(Math.min(Math.max(Number(a.textContent)+
h,t),e)),o=g("button",{type:"button","aria-label":`${s}: one less`,onclick:()=>r(-1)},"−"),i=g("button",{type:"\
button","aria-label":`${s}: one more`,onclick:()=>r(1)},"+"),a=g("output",{},"");return{element:g("div",{class:"\
emx-stepper",role:"group","aria-label":s},g("span",{},s),o,a,i),show:h=>{a.textContent=String(h),o.disabled=h<=
t,i.disabled=h>=e}}}function q(s,t){let e=new Float64Array(t*t);for(let n=0;n<t;n++)for(let r=0;r<=n;r++){let o=s[n*t+r];for(let i=0;i<
r;i++)o-=e[n*t+i]*e[r*t+i];if(n===r){if(!(o>0))return null;e[n*t+n]=Math.sqrt(o)}else e[n*t+r]=o/e[r*t+r]}return e}
function xe(s,t){let e=new Float64Array(t*t);for(let n=0;n<t;n++){e[n*t+n]=1/s[n*t+n];for(let r=n+1;r<t;r++){let o=0;
for(let i=n;i<r;i++)o-=s[r*t+i]*e[i*t+n];e[r*t+n]=o/s[r*t+r]}}return e}function xt(s,t){let e=q(s,t);if(!e)return new Float64Array(
t*t).fill(NaN);let n=xe(e,t),r=new Float64Array(t*t);for(let o=0;o<t;o++)for(let i=0;i<t;i++)for(let a=Math.max(
o,i);a<t;a++)r[o*t+i]+=n[a*t+o]*n[a*t+i];return r}function F(s,t){let e=Float64Array.from(s),n=new Float64Array(
t*t);for(let a=0;a<t;a++)n[a*t+a]=1;for(let a=0;a<50;a++){let l=!1;for(let c=0;c<t;c++)for(let h=c+1;h<t;h++)l=
tr(e,n,t,c,h)||l;if(!l)break}let r=Array.from({length:t},(a,l)=>l);r.sort((a,l)=>e[a*t+a]-e[l*t+l]);let o=Float64Array.
from(r,a=>e[a*t+a]),i=new Float64Array(t*t);for(let a=0;a<t;a++)for(let l=0;l<t;l++)i[a*t+l]=n[a*t+r[l]];return{
values:o,vectors:i}}function tr(s,t,e,n,r){let o=s[n*e+r],[i,a]=[s[n*e+n],s[r*e+r]],l=Math.sqrt(Math.abs(i))*Math.
sqrt(Math.abs(a));if(!(Math.abs(o)>1e-17*l))return s[n*e+r]=s[r*e+n]=0,!1;let c=(a-i)/(2*o),h=(c<0?-1:1)/(Math.
abs(c)+Math.hypot(c,1)),u=1/Math.hypot(h,1),f=h*u;s[n*e+n]=i-h*o,s[r*e+r]=a+h*o,s[n*e+r]=s[r*e+n]=0;for(let p=0;p<
e;p++){if(p!==n&&p!==r){let[w,y]=[s[p*e+n],s[p*e+r]];s[p*e+n]=s[n*e+p]=u*w-f*y,s[p*e+r]=s[r*e+p]=f*w+u*y}let[m,
d]=[t[p*e+n],t[p*e+r]];t[p*e+n]=u*m-f*d,t[p*e+r]=f*m+u*d}return!0}function nn(s,t){if(t!==2){let{values:d}=F(s,
t);return[d[0],d[t-1]]}let[e,n,,r]=s,o=e+r,[i,a]=Math.abs(e)>Math.abs(r)?[e,r]:[r,e],[l,c]=[Math.abs(e-r),Math.
abs(n+n)],[h,u]=l>c?[l,c]:[c,l],f=h>0?h*Math.sqrt(1+(u/h)**2):0;if(o===0)return[-.5*f,.5*f];let p=.5*(o<0?o-f:
o+f),m=i/p*a-n/p*n;return o<0?[p,m]:[m,p]}var er=Math.log(2*Math.PI);function A(s,t){return s*(1+t+t*(t+1)/2)}function bt(s,t){return s/A(1,t)}function _(s,t,e,n){
return s.subarray(t+n*e,t+(n+1)*e)}function K(s,t,e){return s+s*t+e*t*(t+1)/2}function k(s,t,e,n){let r=new Float64Array(
e*e),o=K(t,e,n);for(let i=0;i<e;i++)for(let a=0;a<=i;a++)r[i*e+a]=r[a*e+i]=s[o++];return r}function C(s,t,e,n,r,o){
for(let i=0;i<r;i++){let a=q(k(n,r,e,i),e),l=a?Math.log(n[i])-.5*e*er:-1/0;for(let c=0;a&&c<e;c++)l-=Math.log(
a[c*e+c]);if(l===-1/0)for(let c=i;c<t*r;c+=r)o[c]=-1/0;else{let c=xe(a,e);(e===2?sr:nr)(s,t,e,_(n,r,e,i),c,l,r,
i,o)}}return o}function nr(s,t,e,n,r,o,i,a,l){let c=new Float64Array(e);for(let h=0;h<t;h++){let u=0;for(let f=0;f<
e;f++){c[f]=s[h*e+f]-n[f];let p=0;for(let m=0;m<=f;m++)p+=r[f*e+m]*c[m];u+=p*p}l[h*i+a]=o-.5*u}}function sr(s,t,e,n,r,o,i,a,l){
let[c,h]=n,[u,,f,p]=r;for(let m=0,d=a;m<t;m++,d+=i){let w=s[2*m]-c,y=s[2*m+1]-h,x=u*w,M=f*w+p*y;l[d]=o-.5*(x*x+
M*M)}}function Q(s,t,e){let n=0,r=0,o=1;for(let i=0;i<t*e;i+=e){let a=s[i];for(let h=1;h<e;h++)s[i+h]>a&&(a=s[i+
h]);let l=0;for(let h=0;h<e;h++){let u=s[i+h];l+=s[i+h]=u===a?1:cr(u-a)}let c=1/l;for(let h=0;h<e;h++)s[i+h]*=
c;n+=a,o*=l,o>1e200&&(r+=Math.log(o),o=1)}return-(n+r+Math.log(o))}var et=32,rr=et/Math.LN2,or=.6931471803691238/
et,ir=19082149292705877e-26/et,ar=Float64Array.from({length:et},(s,t)=>2**(t/et)),lr=Float64Array.from({length:1023},
(s,t)=>2**-t);function cr(s){if(!(s>-708))return Math.exp(s);let t=s*rr-.5|0,e=s-t*or-t*ir,n=e*e,r=1+e+n*(1/2+
e*(1/6)+n*(1/24+e*(1/120)+n*(1/720)));return lr[-(t>>5)]*(ar[t&31]*r)}function I(s,t){return Number.isFinite(s)?rn(s,s.toFixed(t),e=>s.toFixed(t+e)):Me(s)}function be(s,t){if(!Number.
isFinite(s))return Me(s);let e=i=>s.toExponential(t+i),[n,r]=rn(s,e(0),e).split("e"),o=r.slice(1).padStart(2,"\
0");return`${n}e${r[0]}${o}`}function S(s,t=6){if(!Number.isFinite(s))return Me(s);let e=be(s,t-1),[n,r]=e.split(
"e"),o=Number(r);return o<-4||o>=t?`${sn(n)}e${r}`:sn(I(s,t-1-o))}function sn(s){return s.includes(".")?s.replace(
/\.?0+$/,""):s}function Me(s){return Number.isNaN(s)?"nan":s>0?"inf":"-inf"}function rn(s,t,e){if(Math.abs(s)>=
1e21)return t;let[n,r]=t.split("e"),[o]=e(30).split("e");if(!/^50+$/.test(o.slice(o.length-30)))return t;let i=o.
slice(0,o.length-30).replace(/\.$/,""),a=Number(i.at(-1))%2===0?i:n;return r===void 0?a:`${a}e${r}`}var Mt=.01,Pe=1e-6,hr=1e-13,fr=2**-1022;function Pt(s,t,e,n,r=Ae(e,n)){let{N:o,D:i}=e,a=null;for(let l=0;l<t;l++){
let{values:c,vectors:h}=F(k(s,t,i,l),i);if(!(c[i-1]*hr>n))for(let u=0;u<i;u++){let f=ur(r,h,i,u);!(Math.abs(c[u]-
n)<=Mt*Math.min(n,Mt*f))||!(f>10*Pe*n)||(!a||c[u]<a.variance)&&(a={variance:c[u],k:l})}}return a?{component:a.
k,nSamples:s[a.k]*o,deviation:Math.sqrt(a.variance)}:null}function At({component:s,nSamples:t,deviation:e}){return`\
Collapsed: the covariance of component ${s}, which holds ${I(t,1)} samples, has a standard deviation of ${S(e,
2)} in its narrowest direction, hardly more than reg_covar adds, so its likelihood is meaningless.`}function Ae({
X:s,N:t,D:e},n){let r=new Float64Array(e);for(let l=0;l<t*e;l++)r[l%e]+=s[l]/t;let o=new Float64Array(e*e);for(let l=0;l<
t;l++)for(let c=0;c<e;c++)for(let h=0;h<=c;h++)o[c*e+h]+=(s[l*e+c]-r[c])*(s[l*e+h]-r[h])/t;let i=new Float64Array(
e),a=0;for(let l=0;l<e;l++)a=Math.max(a,Math.sqrt(o[l*e+l])),i[l]=Math.sqrt(Math.max(o[l*e+l],Pe*n+fr));for(let l=0;l<
e;l++)for(let c=0;c<=l;c++)o[l*e+c]=o[l*e+c]/i[l]/i[c]+(l===c?Pe:0);return{deviations:i,precision:xt(o,e),widest:a}}
function ur({deviations:s,precision:t},e,n,r){let o=0;for(let i=0;i<n;i++)for(let a=0;a<n;a++){let l=e[i*n+r]/
s[i]*(e[a*n+r]/s[a]);o+=l*t[i*n+a]}return 1/o}var pr=1,mr=.001,ve=1e-9;function an(s,t,e,n,r){let o=cn(s,t,e,n,r);return o<=pr?"":`reg_covar = ${S(r)} is no\
t small beside the covariances here and costs about ${S(o,3)} nats or more: choose a smaller one, or rescale t\
he data.`}function ln({K:s,D:t,params:e,nll:n,rises:r},o,i){let a=A(s,t);return r.filter(l=>{let c=l/2,h=e.subarray(
c*a,(c+1)*a),u=cn(h,s,t,o,i,!0);return n[c]-n[c-1]<=u*(1+Mt)})}function cn(s,t,e,n,r,o=!1){let i=on(dr(s,t,e),
e,r),a=Array.from({length:t},(u,f)=>on(k(s,t,e,f),e,r));if(!i||!a.every(u=>u))return 0;let l=Math.max(0,...i.filter(
u=>u<1-ve)),c=Math.min(l/(l+mr*(1-l)),1-ve),h=0;return a.forEach((u,f)=>{for(let p of u??[])o?p=Math.min(p,1-ve**
2):p<c||(p=0),h+=s[f]*(-Math.log1p(-p)-p)}),n/2*h}function on(s,t,e){if(!q(s,t))return null;let{values:n}=F(xt(
s,t),t);return Array.from(n,r=>Math.min(Math.max(e*r,0),1))}function dr(s,t,e){let n=new Float64Array(e);for(let o=0;o<
t;o++)_(s,t,e,o).forEach((i,a)=>n[a]+=s[o]*i);let r=new Float64Array(e*e);for(let o=0;o<t;o++){let i=_(s,t,e,o),
a=k(s,t,e,o);for(let l=0;l<e;l++)for(let c=0;c<e;c++){let h=(i[l]-n[l])*(i[c]-n[c]);r[l*e+c]+=s[o]*(h+a[l*e+c])}}
return r}var gr=5e-324;function Ne({X:s,N:t,D:e},n,r,o){return Q(C(s,t,e,n,r,o),t,r),o}function hn(s,t,e,n,r){Ne(t,e,n,
r);let o=0;for(let i=0;i<t.N*n;i++){let a=s[i];a>0&&(o+=a*(Math.log(a)-Math.log(Math.max(r[i],gr))))}return Math.
max(o,0)}function P(s){return s===0?"start":s%2?"E":"M"}function vt(s){return Math.ceil(s/2)}var X=class{constructor(t,e,n,r=new Map){
this.run=t,this.data=e,this.regCovar=n,this.own=r,this.K=t.K,this.width=A(this.K,e.D),this.gaps=new Map,this.kept=
{index:-1,values:new Float64Array(e.N*this.K)},this.scratch=null,this.verdict=null}get last(){return this.run.
last}get nll(){return this.run.nll}get isRunning(){return this.run.ended==="running"}get failed(){return this.
run.ended==="failed"?this.last:-1}get judged(){let{run:t,data:e,regCovar:n}=this;if(this.isRunning)return{flaw:"",
ridge:"",ridged:[]};if(!this.verdict){let r=this.rowAt(t.nll.length-1),o=t.ended==="failed"?null:Pt(r,t.K,e,n),
i=t.ended!=="failed"&&t.nll.length>1;this.verdict={flaw:o?At(o):"",ridge:i?an(r,t.K,e.D,e.N,n):"",ridged:ln(t,
e.N,n)}}return this.verdict}effective(t){return t===this.failed?t-1:t}rowAt(t){return this.run.params.subarray(
t*this.width,(t+1)*this.width)}paramsIndex(t){return this.effective(t)>>1}row(t){return this.rowAt(this.paramsIndex(
t))}nllAt(t){return this.nll[this.paramsIndex(t)]}responsibilitiesIndex(t){let e=this.effective(t);return e===
0?-1:e-1>>1}responsibilities(t){let e=this.responsibilitiesIndex(t);return e<0?null:this.own.get(e)??this._computed(
e)}isOwn(t){return this.own.has(this.responsibilitiesIndex(t))}_computed(t){return this.kept.index!==t&&(Ne(this.
data,this.rowAt(t),this.K,this.kept.values),this.kept.index=t),this.kept.values}gap(t){let e=this.effective(t);
if(e===0||this.data.isPart)return NaN;if(e%2)return this.isOwn(t)?this._klGap(t):0;let n=e>>1,r=this.gaps.get(
n);if(r!==void 0)return r;let o=this._klGap(t);return this.gaps.set(n,o),o}gapIfKnown(t){let e=this.effective(
t);return e%2||this.own.size?this.gap(t):this.gaps.get(e>>1)??NaN}_klGap(t){this.scratch??(this.scratch=new Float64Array(
this.data.N*this.K));let e=this.responsibilities(t);return hn(e,this.data,this.row(t),this.K,this.scratch)}rises(t){
return this.run.rises.includes(t)}};var wr=["ellipses","trails","contours","truth"],yr={running:"still running",converged:"converged",max_iter:"no\
t converged",stopped:"stopped",failed:"failed"};function T(s){return Number.isFinite(s)?(Math.abs(s)>=1e6||s!==
0&&Math.abs(s)<.005?s.toExponential(2):s.toFixed(2)).replace("-","−"):"not known"}function Nt(s){return s.closest(
"[data-voila]")?"reload the page":"run the cell again"}function ke(s){let t=P(s);return t==="start"?"Start":`${t}\
-step`}function fn(s){return`the ${P(s)}-step of iteration ${vt(s)}`}function un(s,t=!0,e=s.last){if(e!==s.last)
return s.failed<0?"":`, fails at ${fn(s.failed)}`;let{ended:n}=s.run;return n==="running"&&!t?", no more of th\
is run was kept":n==="max_iter"&&s.last<2?"":`, ${yr[n]}`}function pn(s,t){return`weights ${Array.from(s.row(t).
subarray(0,s.K),n=>n.toFixed(2)).join(" · ")}`}function Te(s,t){return s.last<2?`NLL ${T(s.nllAt(t))}`:`itera\
tion ${vt(t)} of ${vt(s.last)}, NLL ${T(s.nllAt(t))}`}function mn(s,t,e){let n=e&&!s.data.isPart;if(t===s.failed)
return s.run.message;let r=P(t);if(r==="start")return`The starting parameters; no responsibilities have been c\
omputed yet.${s.failed<0?"":` EM fails at ${fn(s.failed)}: ${s.run.message}`}`;let o=n?s.gap(t):NaN;if(r==="E"){
if(s.isOwn(t))return`Each sample is shared among the components as your e_step says, which is not the posterio\
r.${o>1e-6?` The bound stays ${T(o)} above the NLL.`:""}`;let u="Each sample is shared among the components as\
 the mixture in the picture says.";return n?`${u} The bound touches the NLL.`:u}let i=s.nllAt(t)-s.nllAt(t-2),
l=s.rises(t)?`The NLL rises by ${T(i)}: an exact M-step after an exact E-step never does that${xr(s,t)}.`:`Wei\
ghts, means and covariances are fitted to these responsibilities; the NLL ${i<0?`falls by ${T(-i)}`:"stays"}.`,
c=t===s.last?[s.run.message,s.judged.flaw].filter(Boolean).map(u=>` ${u}`).join(""):"",h=n?` These responsibil\
ities are now out of date: the bound is ${T(o)} above the NLL.`:"";return l+h+c}function xr(s,t){return s.judged.
ridged.includes(t)?` (but reg_covar = ${s.regCovar} moves the M-step off its optimum)`:""}function dn(s,t,e,n){
let o=e===0?"in grey":{blend:"in the blend of their responsibilities",hard:"in the colour of their most respon\
sible component",pie:"as pies of their responsibilities where components share them",none:"in grey"}[n.color],
i=wr.filter(a=>n[a]);return`${t.data.N} samples of the data ${s.data} ${o}, ${t.K} component${t.K>1?"s":""}${i.
length?` with ${i.join(", ")}`:""}. ${ke(e)}, ${Te(t,e)}.`}var gn=[.1,1,10,100],yn={poor:"▾",collapsed:"×",unfinished:"…",failed:"!",good:""},xn={good:"good",poor:"\
poor",collapsed:"collapsed",unfinished:"not converged",failed:"failed"};function br({status:s,gap:t}){if(s==="\
collapsed"||s==="failed"||Number.isNaN(t))return"none";let e=gn.findIndex(n=>t<=n);return e<0?gn.length:e}var kt=class{constructor(t,e,n){
this.onpick=n,this.why="",this.cells=new Map,this.sentences=new Map,this.chosen="";let r=g("tr",{},g("th",{scope:"\
col"},"K \\ seed"),...e.map(i=>g("th",{scope:"col"},String(i)))),o=t.map(i=>g("tr",{},g("th",{scope:"row"},String(
i)),...e.map(a=>g("td",{},this._cell(i,a)))));this.table=g("table",{onkeydown:i=>this._walk(i,t,e)},g("thead",
{},r),g("tbody",{},...o)),this.sentence=g("p",{class:"emx-sentence",role:"status"},"Choose a cell to load its \
run."),this.element=g("div",{class:"emx-atlas"},g("div",{class:"emx-scroll"},this.table),Mr(),this.sentence)}_cell(t,e){
let n=`${t} ${e}`,r=()=>this.sentences.get(n)??(this.why||`K = ${t}, seed ${e}: not computed yet.`),o=()=>this.
sentence.textContent=r(),i=g("button",{type:"button",tabindex:"-1","aria-label":`K ${t}, seed ${e}`,onclick:()=>this.
onpick(t,e),onfocus:o,onmouseenter:o,onmouseleave:()=>this._say(this.chosen)});return this.cells.set(n,i),i}clear(t=""){
this.sentences.clear(),this.why=t,this.sentence.textContent=t||"Choose a cell to load its run.";for(let e of this.
cells.values())e.textContent="",delete e.dataset.level}showRow(t,e){for(let[n,r]of e){let o=`${t} ${n}`,i=this.
cells.get(o);if(!i)continue;let{status:a,nll:l,sentence:c}=r;i.dataset.level=String(br(r)),i.textContent=yn[a],
i.setAttribute("aria-label",`K ${t}, seed ${n}: ${xn[a]}, NLL ${T(l)}`),this.sentences.set(o,`K = ${t}, seed ${n}\
. ${c}`)}this.chosen.startsWith(`${t} `)&&this._say(this.chosen)}choose(t,e){this.cells.get(this.chosen)?.removeAttribute(
"aria-current"),this.cells.get(this.chosen)?.setAttribute("tabindex","-1"),this.chosen=`${t} ${e}`;let n=this.
cells.get(this.chosen);n?.setAttribute("aria-current","true"),n?.setAttribute("tabindex","0"),this._say(this.chosen)}_say(t){
this.sentence.textContent=this.sentences.get(t)??this.sentence.textContent}_walk(t,e,n){let o={ArrowRight:[0,1],
ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]}[t.key],i=[...this.cells].find(([,h])=>h===t.target);if(!o||!i)
return;t.preventDefault(),t.stopPropagation();let[a,l]=i[0].split(" ").map(Number),c=`${wn(e,a,o[0])} ${wn(n,l,
o[1])}`;i[1].setAttribute("tabindex","-1"),this.cells.get(c)?.setAttribute("tabindex","0"),this.cells.get(c)?.
focus()}};function wn(s,t,e){return s[Math.min(Math.max(s.indexOf(t)+e,0),s.length-1)]}function Mr(){let s=(e,n)=>g(
"span",{},g("i",{"data-level":e,"aria-hidden":"true"}),n),t=e=>g("span",{},g("b",{"aria-hidden":"true"},yn[e]),
` ${xn[e]}`);return g("p",{class:"emx-legend"},"Final NLL above the best of this K: ",s(0,"below 0.1"),s(1,"1"),
s(2,"10"),s(3,"100"),s(4,"more"),...["poor","collapsed","unfinished","failed"].map(t))}var nt=[1,2,4,8,15,30,60],Tt={pie:"pies",blend:"blended",hard:"hard",none:"grey"},Pr=["data","start","reg_cova\
r"],bn={first:"M2 2h2v12H2zM14 2v12L5 8z",back:"M3 2h2v12H3zM13 3v10L6 8z",play:"M4 2l10 6-10 6z",pause:"M3 2h\
4v12H3zM9 2h4v12H9z",on:"M13 2h-2v12h2zM3 3v10l7-5z",last:"M14 2h-2v12h2zM2 2v12l9-6z"},Mn=[["ellipses","ellip\
ses","1 and 2 standard deviations of each component"],["trails","trails","the path that each mean has taken"],
["contours","density","contours of the mixture's density"],["truth","truth","the mixture the data were drawn f\
rom"]],Ar=[["bound","bound","the upper bound NLL + KL gap (minus the lower bound of the log-likelihood)"],["zo\
om","zoom in","only the half-steps near the marker"]];function Pn(s,t){let e=i=>s.controls.includes(i),n={data:J(
"data",s.data,i=>t({data:i})),n_components:ye("K",s.counts[0],s.counts[s.counts.length-1],i=>t({n_components:i})),
seed:ye("seed",s.seeds[0],s.seeds[s.seeds.length-1],i=>t({seed:i})),start:J("start",s.starts,i=>t({start:i})),
reg_covar:J("reg_covar",s.reg_covars,i=>t({reg_covar:Number(i)}))};return{element:g("div",{class:"emx-bar"},...Object.
entries(n).map(([i,a])=>e(i)?a.element:null)),show:i=>{n.n_components.show(i.n_components),n.seed.show(i.seed);
for(let a of Pr)n[a].choose(i[a])}}}function An(s){let t=(u,f,p,m)=>g("button",{type:"button","aria-label":f,title:`${f}\
 (${p})`,"aria-keyshortcuts":p,onclick:m},we(bn[u])),e=t("first","First","Home",()=>s.go(0)),n=t("back","Half-\
step back","ArrowLeft",()=>s.move(-1)),r=t("play","Play","Space",()=>s.player.toggle()),o=t("on","Half-step fo\
rward","ArrowRight",()=>s.move(1)),i=t("last","Last","End",()=>s.go(1/0)),a=g("input",{type:"range",min:"0",step:"\
1","aria-label":"half-step",oninput:()=>s.jump(Number(a.value))}),l=J("speed",nt.map(String),u=>s.setSpeed(Number(
u)));return l.element.title="half-steps per second (+ and −)",r.classList.add("emx-play"),{element:g("div",{
class:"emx-transport",role:"group","aria-label":"transport"},e,n,r,o,i,a,l.element),show:({h:u,end:f,isPlaying:p,
text:m})=>{a.max=String(f),a.value=String(u),a.setAttribute("aria-valuetext",m),e.disabled=n.disabled=u===0,o.
disabled=i.disabled=u===f;let d=p?"Pause":"Play";r.getAttribute("aria-label")!==d&&(r.setAttribute("aria-label",
d),r.title=`${d} (Space)`,r.replaceChildren(we(bn[p?"pause":"play"])))},showSpeed:u=>l.choose(u)}}function vn(s,t){
let e=J("samples",Object.values(Tt),c=>{let h=Object.keys(Tt);t({color:h.find(u=>Tt[u]===c)})});e.select.value=
Tt[s.color];let n={},r=(c,h)=>{t({[c]:h}),c==="bound"&&h&&!n.zoom.input.checked&&n.zoom.input.click()},o=([c,h,
u])=>(n[c]=Y(h,f=>r(c,f),u),n[c].input.checked=!!s[c],n[c].element),i=g("div",{class:"emx-layers",role:"group",
"aria-label":"data picture"},e.element,...Mn.map(o)),a=g("div",{class:"emx-layers",role:"group","aria-label":"\
NLL picture"},...Ar.map(o));return{left:i,right:a,show:c=>{n.bound.input.disabled=!!c?.isPart,n.truth.input.disabled=
!c?.truth,n.truth.element.title=c?.truth?Mn[3][2]:"the mixture these data were drawn from is not known"}}}function Nn(s,t,e){let n=null,r=i=>{let a=t(B(s,i)[0]);return a===null?!1:(e(a),!0)};s.addEventListener("point\
erdown",i=>{i.button!==0||!i.isPrimary||!r(i)||(n=i.pointerId,s.setPointerCapture(n))}),s.addEventListener("po\
intermove",i=>i.pointerId===n&&r(i));let o=()=>n=null;s.addEventListener("pointerup",o),s.addEventListener("po\
intercancel",o)}function B(s,t){let e=s.getBoundingClientRect(),n=s.width/e.width;return[(t.clientX-e.left)*n,
(t.clientY-e.top)*n]}var vr=18;function _e(s,t,e,n){let r=Float64Array.from(s),{D:o,origin:i,axes:a,shown:l}=n.plane,c=bt(s.length,
o)+t*o;for(let h=0;h<l;h++){let u=0;for(let f=0;f<o;f++)u+=(s[c+f]-i[f])*a[f*l+h];for(let f=0;f<o;f++)r[c+f]+=
(e[h]-u)*a[f*l+h]}return r}var _t=class{constructor(t,e){this.canvas=t,this.app=e,this.component=-1,this.pointer=
null,t.addEventListener("pointerdown",r=>this._down(r)),t.addEventListener("pointermove",r=>this._move(r)),t.addEventListener(
"pointerup",r=>r.pointerId===this.pointer&&this._drop(!0)),t.addEventListener("pointercancel",r=>r.pointerId===
this.pointer&&this._drop(!1));let n=({touches:[r]})=>this.app.layout.own.isAdding||this._meanAt(B(t,r))>=0;t.addEventListener(
"touchstart",r=>n(r)&&r.preventDefault(),{passive:!1})}letGo(){this.component=-1,this.pointer=null}_place([t,e]){
let{x:n,y:r,flat:o}=this.app.screen.plane.framed;return[n.back(t),o?0:r.back(e)]}_meanAt([t,e]){let{scene:n,screen:r,
options:o}=this.app,{plane:i}=r,{trace:a,data:l,h:c,layers:h,choice:u,canRun:f}=n,p=f&&o.controls.includes("ow\
n")&&h.ellipses;if(!a||!l||!p||a.K!==u.n_components)return-1;let m=vr*(i.canvas.width/i.canvas.clientWidth),d=-1,
w=m;for(let y=0;y<a.K;y++){let{x,y:M}=i.placeOfMean(a.row(c),a.K,l,y),b=Math.hypot(x-t,M-e);b<w&&([d,w]=[y,b])}
return d}_down(t){if(t.button!==0||!t.isPrimary)return;let e=B(this.canvas,t),{own:n}=this.app.layout;if(n.isAdding){
n.addPoint(this._place(e));return}this.component=this._meanAt(e),!(this.component<0)&&(this.pointer=t.pointerId,
this.canvas.setPointerCapture(t.pointerId),this.app.player.pause())}_move(t){let e=B(this.canvas,t),{scene:n,layout:r}=this.
app;if(this.component>=0&&t.pointerId!==this.pointer)return;if(this.component<0||!n.trace||!n.data){let i=this.
_meanAt(e)<0?"":"grab";this.canvas.style.cursor=r.own.isAdding?"crosshair":i;return}let o=n.dragged?.row(0)??n.
trace.row(n.h);this.app.dragTo(_e(o,this.component,this._place(e),n.data))}_drop(t){if(this.component<0)return;
this.letGo();let e=this.app.scene.dragged?.row(0).slice();t&&e?this.app.startFrom(e):this.app.dragTo(null)}};var z="own start",N="own points",Ot=["data","n_components","seed","start","reg_covar","own_start","own_points"];
function Oe(s){return JSON.stringify([s.data,s.data===N?s.own_points:0])}function kn(s){let t=s.start===z?s.own_start:
0;return JSON.stringify([Oe(s),s.n_components,s.start,s.reg_covar,t])}function O(s){return`${kn(s)} ${s.seed}`}
function st(s){return kn({...s,n_components:0})}var Et=class{constructor(t){this.app=t,this.isAdding=!1,this.wanted=this.given=0,this.why=g("p",{}),this.element=
this._panel()}_panel(){let t=c=>g("input",{type:"number",step:"any",value:"0","aria-label":c}),[e,n,r]=[t("x₁"),
t("x₂"),t("component")];r.min="0";let o=()=>[e,n].map(c=>c.value===""?NaN:Number(c.value)),i=Y("a click adds\
 a point",c=>this.isAdding=c,"otherwise, drag a mean to set the start"),a=(c,h)=>g("button",{type:"button",onclick:h},
c),l=(c,h)=>g("label",{},g("span",{},c),h);return g("details",{class:"emx-own"},g("summary",{},"Your own start\
 and data"),g("p",{},"Drag a mean: EM starts from the mixture you see, with that mean moved. Or enter numbers:"),
g("div",{class:"emx-bar"},l("x₁",e),l("x₂",n),l("component",r),a("Move its mean there",()=>this.setMean(Number(
r.value),o())),a("Add a point there",()=>this.addPoint(o()))),g("div",{class:"emx-bar"},i.element,a("Remove al\
l points",()=>this.removePoints())),this.why)}open(){this.element.open=!0}_isPlace(t){let e=t.every(Number.isFinite);
return e||this.app.say("Type a number for x₁ and for x₂."),e}setMean(t,e){let{scene:n}=this.app,{trace:r,data:o,
choice:i,h:a}=n;this._isPlace(e)&&(!r||!o||r.K!==i.n_components?this.app.say("There is no picture of this choi\
ce yet, so there is no mean to move."):!Number.isInteger(t)||!(t>=0&&t<r.K)?this.app.say(`There is no componen\
t ${t}: the components are 0 to ${r.K-1}.`):this.app.startFrom(_e(r.row(a),t,e,o)))}addPoint(t){let{app:e}=this,
{data:n,choice:r}=e.scene;if(!this._isPlace(t))return;if(n&&n.D!==2){e.say("Points can be added to data of two\
 features: choose another data set.");return}let i=[...r.data===N?r.own_points:Nr(n),t];this._remember(),this.
given=Math.min(this.wanted,i.length);let a=this.given===r.n_components?{}:{n_components:this.given};e.choose({
data:N,own_points:i,...a})}removePoints(){this._remember(),this.app.choose({data:N,own_points:[]})}fit(t){t.own_points.
length&&(this.wanted=t.n_components,this.given=t.n_components=Math.min(this.wanted,t.own_points.length))}_remember(){
let{data:t,n_components:e}=this.app.scene.choice;(t!==N||e!==this.given)&&(this.wanted=e)}limit(t){for(let e of this.
element.querySelectorAll("input, button"))e.toggleAttribute("disabled",!!t);this.why.textContent=t}};function Nr(s){
return s?Array.from({length:s.N},(t,e)=>[s.X[2*e],s.X[2*e+1]]):[]}var kr=250,Lt=class{constructor(t,e,n){this.pictures=t,this.transport=e,this.settled=n,this.timer=0,this.badge=
g("strong",{class:"emx-badge"}),this.where=g("span",{class:"emx-where"}),this.weights=g("span",{class:"emx-wei\
ghts",title:"mixture weights of components 0, 1, 2 and so on"}),this.why=g("p",{class:"emx-why"}),this.live=g(
"p",{class:"emx-hidden",role:"status"}),this.line=g("div",{class:"emx-status"},this.badge,this.where,this.weights),
this.elements=[this.line,this.why,this.live]}close(){clearTimeout(this.timer)}tell(t,e,n){let{badge:r,where:o,
weights:i,why:a}=this,{dragged:l,isPlaying:c,canRun:h,layers:u}=t,f=ke(n),p=l?Tr(e,n):Te(e,n);r.textContent=n===
e.failed?`${f} failed`:f,r.dataset.name=P(n),o.textContent=p+(l?"":un(e,h,n)),i.textContent=pn(e,n),a.textContent=
mn(e,n,u.bound);let m=n===e.failed||n===0&&e.failed>0||e.rises(n);a.classList.toggle("emx-alarm",m),this.transport.
show({h:n,end:e.last,isPlaying:c,text:`${f}, ${p}`}),clearTimeout(this.timer),c||(this.timer=window.setTimeout(
()=>this._readOut(t,e,n,p),kr))}clear(t){for(let e of[this.badge,this.where,this.weights,this.why])e.textContent=
"";delete this.badge.dataset.name,this.why.classList.remove("emx-alarm"),this.transport.show({h:0,end:0,isPlaying:!1,
text:"no points yet"}),clearTimeout(this.timer),this.live.textContent=t}_readOut(t,e,n,r){let{badge:o,where:i,
why:a,live:l,pictures:c}=this;l.textContent=`${o.textContent}, ${i.textContent}. ${a.textContent}`,c.left.setAttribute(
"aria-label",dn(t.choice,e,n,t.layers));let[h,u]=[e.nll[0],e.nll[e.nll.length-1]].map(T),f=Math.floor(e.last/2);
c.right.setAttribute("aria-label",`The negative log-likelihood over ${f} iterations, from ${h} to ${u}; marked\
: ${r}.`),this.settled()}};function Tr(s,t){let e=s.nll[s.nll.length-1],n=s.isRunning?"":`; from here EM ends \
at ${T(e)}`;return`dragged, NLL ${T(s.nllAt(t))}${n}`}var Tn="Keys: ← → half-step, ↑ ↓ iteration, Home, End, space plays, K k more or fewer components, S s seed, + \
− speed, . , next or previous sample, f full screen, Esc back to the notebook.",It=class{constructor(t,e){let n=o=>t.
controls.includes(o),r=o=>g("canvas",{role:"img","aria-label":o});this.left=r("the data"),this.right=r("the ne\
gative log-likelihood"),this.controls=Pn(t,o=>e.choose(o)),this.transport=An(e),this.transport.showSpeed(e.player.
speed),this.layers=vn(e.scene.layers,o=>e.setLayers(o)),this.note=g("p",{class:"emx-note"}),this.problem=g("p",
{class:"emx-problem",role:"alert"}),this.said=g("p",{class:"emx-said",role:"alert"}),this.status=new Lt(this,this.
transport,()=>e.settled()),this.atlas=new kt(t.counts,t.seeds,(o,i)=>e.choose({n_components:o,seed:i})),this.atlas.
element.hidden=!0,this.own=new Et(e),this.panels=[this.left,this.right].map(o=>g("div",{class:"emx-panel"},g("\
img",{hidden:!0}),o)),this.stage=g("div",{class:"emx-panels",tabindex:"0",role:"group","aria-label":`Pictures \
of EM. ${Tn}`},...this.panels),this.foot=_r(e,n,t.large),this.element=g("div",{class:"emx",role:"region","aria\
-label":"EM explorer",tabindex:"-1"},this.controls.element,this.problem,this.said,this.stage,n("layers")?g("di\
v",{class:"emx-under"},this.layers.left,this.layers.right):null,this.transport.element,...this.status.elements,
this.note,this.foot,this.atlas.element,g("div",{hidden:!n("own")},this.own.element)),this.element.classList.toggle(
"emx-large",t.large)}showChoice(t){this.controls.show(t),this.said.textContent="",this.atlas.choose(t.n_components,
t.seed)}get isLarge(){return this.element.classList.contains("emx-large")}};function _r(s,t,e){let n=(o,i,a=!1)=>{
let l=g("button",{type:"button","aria-pressed":String(a)},o);return l.onclick=()=>l.setAttribute("aria-pressed",
String(i())),l},r={type:"button",onclick:()=>s.surroundings.toggleFullScreen()};return g("div",{class:"emx-bar\
 emx-foot"},t("atlas")?n("Atlas of K and seeds",()=>s.showing.toggleAtlas()):null,t("view")?n("Large type",()=>s.
surroundings.toggleLarge(),e):null,t("view")?g("button",r,"Full screen"):null,g("details",{class:"emx-keys"},g(
"summary",{},"Keys"),g("p",{},Tn)))}var Or="Python no longer holds this explorer: it plays the runs of your functions that it has, and no others u\
ntil you",St=class{constructor(t,e){this.layout=t,this.tell=e,this.reason="",this.isAlone=!1}ofKernel(t){this.
reason=t?"":`${Or} ${Nt(this.layout.element)}.`,this.layout.own.limit(this.reason),this.tell()}keepStills(){if(this.
isAlone)for(let t of[this.layout.left,this.layout.right]){let e=t.previousElementSibling;e.src=t.toDataURL(),e.
alt=t.getAttribute("aria-label")??"",e.hidden=!1,t.setAttribute("aria-hidden","true")}}};var zt=class{constructor(t,e,n){this.choice=t,this.h=e,this.layers={...n},this.data=null,this.trace=null,this.
dragged=null,this.isPlaying=!1,this.canRun=!0}get isEmpty(){return this.choice.data===N&&!this.choice.own_points.
length}};function rt(s,t){let e=s/Math.max(t,1),n=10**Math.floor(Math.log10(e));return[1,2,5,10].map(r=>r*n).find(r=>r>=
e)??10*n}function _n(s,t,e){if(!(t>s))return[s];let n=rt(t-s,e),r=[];for(let o=Math.ceil(s/n-1e-9);o*n<=t+1e-9*
n;o++)r.push(o*n||0);return r}function On(s,t,e=Math.abs(s)){Math.abs(s)<1e-9*t&&(s=0);let n=-Math.floor(Math.
log10(t)+1e-9),r=Math.floor(Math.log10(Math.abs(s)||1)+1e-9),o=e<1e6&&n<=5;return!o&&s===0?"0":(o?s.toFixed(Math.
max(0,n)):s.toExponential(Math.min(Math.max(r+n,0),12))).replace(/^-(0\.?0*)$/,"$1").replace("-","−")}function En(s){
let[t,e]=[s[0],s[s.length-1]];if(!(e>t)||t<=0&&e>=0)return 0;let[n,r]=[Math.abs(t),Math.abs(e)].sort((h,u)=>h-
u),o=(h,u)=>Math.floor(h/10**u),i=(h,u)=>{let f=h;for(;!u(f);)f--;return f+1},a=Math.ceil(Math.log10(r)),l=i(a,
h=>o(n,h)!==o(r,h));(r-n)/10**l<=.01&&(l=i(a,h=>o(r,h)-o(n,h)>1));let c=o(r,l);return c>=1e3?Math.sign(t)*Number(
(c*10**l).toPrecision(15)):0}function Ln(s){return(Math.abs(s)>=1e6||s!==0&&Math.abs(s)<.001?s.toExponential().
replace("e+","e"):String(s)).replaceAll("-","−")}function Le(s,t,e){let n=1/0,r=-1/0;for(let o=e;o<s.length;o+=
t)n=Math.min(n,s[o]),r=Math.max(r,s[o]);return[n,r]}function j([s,t],[e,n]){let r=(n-e)/(t-s||1);return{low:s,
high:t,to:o=>e+(o-s)*r,back:o=>s+(o-e)/r}}function Ee([s,t]){return t-s>1e-12*Math.max(Math.abs(s),Math.abs(t))?
t-s:0}function In(s){return Math.max(1,...s.flat().map(t=>1e3*1e-12*Math.abs(t)))}function Sn(s,t=.08){let e=t*
(Ee(s)||In([s]));return[s[0]-e,s[1]+e]}function zn(s,t,e,n=.08){let r=[Ee(s),Ee(t)],[o,i]=[...r].sort((p,m)=>p-
m),a=!(o>0&&o<.25*i),l=i||In([s,t]),c=[e.width,e.height],h=c.map((p,m)=>p/(r[m]+2*n*(a?l:r[m])));a&&(h=h.fill(
Math.min(...h)));let[u,f]=[s,t].map(([p,m],d)=>{let w=c[d]/h[d]/2;return[p+(m-p)/2-w,p+(m-p)/2+w]});return{equal:a,
units:h,x:j(u,[e.left,e.left+e.width]),y:j(f,[e.top+e.height,e.top])}}function Fn(s,t,e,n){let r=[];for(let o=0;o<
e-1;o++)for(let i=0;i<t-1;i++){let a=o*t+i,l=[s[a],s[a+1],s[a+t+1],s[a+t]],c=[];for(let h=0;h<4;h++){let u=l[h]-
n,f=l[(h+1)%4]-n;if(u<0==f<0)continue;let p=u/(u-f);c.push([[i+p,o],[i+1,o+p],[i+1-p,o+1],[i,o+1-p]][h])}for(let h=0;h+
1<c.length;h+=2)r.push([...c[h],...c[h+1]])}return r}var Er=.86,Lr=1.6;function v(s,t,e,n,r){s.beginPath(),s.moveTo(t,e),s.lineTo(t+n,e+r),s.stroke()}function ot(s,t){
s.font=`${Er*t.size*t.scale}px ${t.family}`}function Ie(s,t,e,n=!1){let r=rt(t-s,e),o=_n(s,t,e),i=n?En(o):0,a=Math.
max(...o.map(l=>Math.abs(l-i)));return o.map(l=>({value:l,offset:i,text:On(l-i,r,a)}))}function Cn(s,t){let e=t[0]?.
offset;return e?`${s} ${e>0?"−":"+"} ${Ln(Math.abs(e))}`:s}function jn(s,t){return t.reduce((e,{text:n})=>Math.
max(e,s.measureText(n).width),0)}function Ir(s,t,e,n,r){let o=Math.min(8,n/(4.5*r)),i=Ie(t,e,o,!0);for(;o>1&&i.
length*(jn(s,i)+r)>n;)o/=1.5,i=Ie(t,e,o,!0);return i}function it(s,t,e,n=8,r=!1){return Ie(s.low,s.high,Math.min(
n,t/(3.5*e)),r)}function Ft(s,t,e){ot(s,e);let n=e.size*e.scale;return Math.ceil((Lr+.7+jn(s,t)/n)*2)*.5*n}function Ct(s,t,e){
s.strokeStyle=e.line,s.lineWidth=e.scale,s.strokeRect(t.left,t.top,t.width,t.height),s.fillStyle=e.soft,ot(s,e)}
function jt(s,t,e,n,r,{own:o,note:i=""}={}){let a=r.size*r.scale;s.textAlign="center",s.textBaseline="top";let l=o??
Ir(s,e.low,e.high,t.width,a);for(let{value:c,text:h}of l)v(s,e.to(c),t.top+t.height,0,.3*a),s.fillText(h,e.to(
c),t.top+t.height+.4*a);s.fillText(Cn(n,l)+i,t.left+t.width/2,t.top+t.height+1.7*a)}function Rt(s,t,e,n,r,o,i=-.3*
o.size*o.scale){let a=o.size*o.scale;s.textAlign="right",s.textBaseline="middle";for(let{value:l,text:c}of n)v(
s,t.left,e.to(l),i,0),s.fillText(c,t.left-.45*a,e.to(l));s.save(),s.translate(.75*a,t.top+t.height/2),s.rotate(
-Math.PI/2),s.textAlign="center",s.fillText(Cn(r,n),0,0),s.restore()}var at=12,Sr=6;function Rn(s,t,e){if(!e.zoom)return[0,Math.max(s.last,1)];let n=Math.max(0,Math.min(t-at,s.last-
2*at));return[n,Math.max(Math.min(n+2*at,s.last),n+1)]}function $n(s,t,e,n){let r=1/0,o=-1/0,i=f=>{Number.isFinite(
f)&&(r=Math.min(r,f),o=Math.max(o,f))},l=s.nll.subarray(1).some(Number.isFinite)?Math.max(t,2):t;for(let f=Math.
min(l,e);f<=e;f++)i(s.nllAt(f)),n.bound&&i(s.nllAt(f)+s.gapIfKnown(f));if(o<r)return{low:0,high:1,clipped:!1};
let c=Math.max(o-r,1e-9*Math.abs(o),1e-9),h=t<2?s.nll[0]:-1/0,u=h-r>4*c&&e>2;return o=u?o+.25*c:Math.max(o,h),
o-r<1e-6&&([r,o]=[r-.5,o+.5]),{low:r,high:o,clipped:u}}function qn(s,t){let e=Math.max(1,rt((s.high-s.low)/2,Math.
min(8,t))),n=[];for(let r=Math.ceil(s.low/2/e)*e;2*r<=s.high;r+=e)n.push({value:2*r,text:String(r)});return n}
function Kn(s,t,e,n){let r=performance.now();s.gap(n);for(let o=1;o<=e-t;o++)for(let i of[n-o,n+o])if(!(i<Math.
max(t,1)||i>e||!Number.isNaN(s.gapIfKnown(i)))&&(s.gap(i),performance.now()-r>Sr))return!1;return!0}var $t=class{constructor(t){this.canvas=t,this.context=t.getContext("2d"),this.framed=null}halfStepAt(t){if(!this.
framed)return null;let{box:e,x:n}=this.framed;return t>=e.left-e.width/40&&t<=e.left+1.025*e.width?Math.round(
n.back(t)):null}clear(t){let{context:e,canvas:n}=this;this.framed=null,e.fillStyle=t.paper,e.fillRect(0,0,n.width,
n.height)}draw({trace:t,h:e,layers:n,look:r,marked:o}){let{context:i,canvas:a}=this;this.clear(r);let l=r.size*
r.scale,[c,h]=Rn(t,e,n),u=!n.bound||Kn(t,c,h,e),{low:f,high:p,clipped:m}=$n(t,c,h,n),[d,w]=[.6*l,a.height-3.7*
l],y=j([f,p],[d+w-.5*l,d+.5*l]),x=it(y,w,l,7),M=Ft(i,x,r),b={left:M,top:d,width:a.width-M-.8*l,height:w},$=j([
c,Math.max(h,c+1)],[b.left+.4*l,b.left+b.width-.6*l]);return this.framed={box:b,x:$},Ct(i,b,r),Rt(i,b,y,x,"neg\
ative log-likelihood",r,b.width),jt(i,b,$,"iteration",r,{own:qn($,b.width/(4*l))}),i.save(),i.beginPath(),i.rect(
b.left,b.top,b.width,b.height),i.clip(),n.bound&&this._bound(t,c,h,$,y,r),this._curve(t,c,h,$,y,r,n),i.restore(),
this._events(t,c,h,$,y,r,b),m&&c===0&&this._startNote(t,b,r),n.bound&&this._legend(b,r),o&&this._marker(t,e,$,
y,r,n,b),u}_curve(t,e,n,r,o,i,a){let{context:l}=this;l.strokeStyle=i.ink,l.lineWidth=2*i.scale,l.lineJoin="rou\
nd",l.beginPath();for(let c=e;c<=n;c++)l.lineTo(r.to(c),o.to(t.nllAt(c)));if(l.stroke(),!(n-e>4*at))for(let c=e;c<=
n;c++){let h=a.bound?[t.nllAt(c),t.nllAt(c)+t.gap(c)]:[t.nllAt(c)];l.fillStyle=P(c)==="E"?i.E:P(c)==="M"?i.M:i.
ink,h.forEach(u=>this._dot(r.to(c),o.to(u),3*i.scale,P(c)))}}_dot(t,e,n,r){let{context:o}=this;o.beginPath(),r===
"M"?o.rect(t-.88*n,e-.88*n,1.76*n,1.76*n):o.arc(t,e,n,0,2*Math.PI),o.fill()}_bound(t,e,n,r,o,i){let{context:a}=this,
l=[];for(let h=Math.max(e,1);h<=n;h++)Number.isNaN(t.gapIfKnown(h))||l.push(h);let c=h=>t.nllAt(h)+t.gapIfKnown(
h);a.fillStyle=i.M,a.globalAlpha=.25,a.beginPath(),l.forEach(h=>a.lineTo(r.to(h),o.to(c(h)))),[...l].reverse().
forEach(h=>a.lineTo(r.to(h),o.to(t.nllAt(h)))),a.fill(),a.globalAlpha=1,a.strokeStyle=i.M,a.lineWidth=1.8*i.scale,
a.setLineDash([6*i.scale,4*i.scale]),a.beginPath(),l.forEach(h=>a.lineTo(r.to(h),o.to(c(h)))),a.stroke(),a.setLineDash(
[])}_events(t,e,n,r,o,i,a){let{context:l}=this;l.fillStyle=l.strokeStyle=i.alarm;let c=5*i.scale;for(let h of t.
run.rises){if(h<e||h>n)continue;let u=Math.max(o.to(t.nllAt(h)),a.top+c);l.beginPath(),l.moveTo(r.to(h),u-1.4*
c),l.lineTo(r.to(h)+c,u+.6*c),l.lineTo(r.to(h)-c,u+.6*c),l.fill()}if(t.failed>=e&&t.failed<=n){let h=r.to(t.failed);
l.lineWidth=2.5*i.scale,l.setLineDash([4*i.scale,4*i.scale]),v(l,h,a.top,0,a.height),l.setLineDash([]);let u=o.
to(t.nllAt(t.failed));v(l,h-c,u-c,2*c,2*c),v(l,h-c,u+c,2*c,-2*c)}}_marker(t,e,n,r,o,i,a){let{context:l}=this,c=o.
size*o.scale,h=P(e),u=h==="E"?o.E:h==="M"?o.M:o.ink,f=n.to(e),p=Math.max(r.to(t.nllAt(e)),a.top);if(l.strokeStyle=
u,l.lineWidth=o.scale,v(l,f,a.top+a.height,0,Math.min(0,p-a.top-a.height)),i.bound&&t.gap(e)>0){let d=Math.max(
r.to(t.nllAt(e)+t.gap(e)),a.top);l.lineWidth=3.5*o.scale,v(l,f,p,0,d-p)}let m=[[o.paper,.58*c],[u,.42*c]];for(let[
d,w]of m)l.fillStyle=d,this._dot(f,p,w,h)}_legend(t,e){let{context:n}=this,r=e.size*e.scale,o=[["NLL",e.ink,[]],
["bound (NLL + KL)",e.M,[6,4]]];ot(n,e);let i=n.measureText(o[1][0]).width+2.6*r,a=t.left+t.width-i-.4*r;n.fillStyle=
e.paper,n.fillRect(a,t.top+.3*r,i,2.7*r),n.textAlign="left",n.textBaseline="middle",o.forEach(([l,c,h],u)=>{let f=t.
top+(1+1.3*u)*r;n.strokeStyle=c,n.lineWidth=2*e.scale,n.setLineDash(h.map(p=>p*e.scale)),v(n,a+.2*r,f,1.6*r,0),
n.setLineDash([]),n.fillStyle=e.soft,n.fillText(l,a+2.2*r,f)})}_startNote(t,e,n){let{context:r}=this,o=n.size*
n.scale;ot(r,n),r.textAlign="left",r.textBaseline="top";let i=`↑ start: ${t.nll[0].toFixed(1)}`,a=e.left+1.6*
o;r.fillStyle=n.paper,r.fillRect(a-.2*o,e.top+.3*o,r.measureText(i).width+.4*o,1.1*o),r.fillStyle=n.soft,r.fillText(
i,a,e.top+.4*o)}};function R(s,t,e,n){let{D:r,origin:o,axes:i,shown:a}=e,l=_(s,t,r,n),c=k(s,t,r,n),h=[0,0],u=[0,0,0];for(let f=0;f<
r;f++){for(let p=0;p<a;p++)h[p]+=(l[f]-o[f])*i[f*a+p];for(let p=0;p<r;p++){let m=c[f*r+p],d=i[f*a],w=a>1?i[f*a+
1]:0;u[0]+=d*m*i[p*a],a>1&&(u[1]+=d*m*i[p*a+1],u[2]+=w*m*i[p*a+1])}}return{weight:s[n],place:h,spread:u}}function Bn([
s,t,e]){let n=(s+e)/2,r=Math.hypot((s-e)/2,t);return{long:Math.sqrt(Math.max(n+r,0)),short:Math.sqrt(Math.max(
n-r,0)),angle:.5*Math.atan2(2*t,s-e)}}function Gn(s,t,e){let n=0;for(let{weight:r,place:o,spread:i}of s){let[a,
l,c]=i,h=a*c-l*l;if(!(h>0))continue;let u=t-o[0],f=e-o[1],p=(c*u*u-2*l*u*f+a*f*f)/h;n+=r*Math.exp(-.5*p)/(2*Math.
PI*Math.sqrt(h))}return n}function Se({weight:s,place:t,spread:e},n){let r=(n-t[0])**2/e[0];return s*Math.exp(
-.5*r)/Math.sqrt(2*Math.PI*e[0])}var zr=["#0072B2","#D55E00","#009E73","#CC79A7","#E69F00","#56B4E9","#8C6D31","#000000"],Fr={light:"#6A3D9A",dark:"\
#C9A6F2"},Cr={light:"#00606B",dark:"#6FD3DF"};function qt(s){let t=s.trim();if(t.startsWith("#")){let e=t.length===
4?t.replace(/[0-9a-f]/gi,"$&$&"):t;return[1,3,5].map(n=>parseInt(e.slice(n,n+2),16))}return(t.match(/[\d.]+/g)??
[]).slice(0,3).map(Number)}function jr(s){let[t,e,n]=qt(s);return .299*t+.587*e+.114*n<128}function Wn(s,t){let e=getComputedStyle(
s),n=e.backgroundColor,r=jr(n),o=zr.map(i=>r&&i==="#000000"?"#FFFFFF":i);return{dark:r,paper:n,colors:o,colorBytes:o.
map(qt),paperBytes:qt(n),greyBytes:qt(r?"#9A9A9A":"#767676"),ink:e.color,soft:r?"#B5B5B5":"#595959",line:r?"#4\
A4A4A":"#D5D5D5",alarm:r?"#FF9E80":"#A61B00",E:Fr[r?"dark":"light"],M:Cr[r?"dark":"light"],family:e.fontFamily,
size:parseFloat(e.fontSize),scale:t}}var G=s=>(t,e,n,r)=>{s.forEach(([o,i],a)=>t[a?"lineTo":"moveTo"](e+o*r,n+
i*r)),t.closePath()},Un=[[-.34,-1],[.34,-1],[.34,-.34],[1,-.34],[1,.34],[.34,.34],[.34,1],[-.34,1],[-.34,.34],
[-1,.34],[-1,-.34],[-.34,-.34]],Rr=Un.map(([s,t])=>[(s-t)*.75,(s+t)*.75]),$r=Array.from({length:10},(s,t)=>{let e=t%
2?.5:1.15;return[e*Math.sin(t*Math.PI/5),-e*Math.cos(t*Math.PI/5)]}),Z=[(s,t,e,n)=>s.arc(t,e,.9*n,0,2*Math.PI),
G([[0,-1],[.95,.75],[-.95,.75]]),G([[-.8,-.8],[.8,-.8],[.8,.8],[-.8,.8]]),G([[0,-1.1],[1.1,0],[0,1.1],[-1.1,0]]),
G([[0,1],[.95,-.75],[-.95,-.75]]),G(Un),G(Rr),G($r)];var qr=[.5,1.5,3,5,8,12],E=64;function W(s,t){return[s.x.to(t[0]),s.y.to(s.flat?0:t[1])]}var Kt=class{constructor(t,e){
this.context=t,this.framed=e}_parts(t,e,n){return Array.from({length:e},(r,o)=>R(t,e,n.plane,o))}mixture(t,e,n,r,o){
let i=this._parts(e.row(n),e.K,t);this.framed.flat?(r.contours||r.ellipses)&&this._curves(i,r,o):r.contours&&this.
_contours(i,o),r.trails&&this._trails(t,e,n,o),r.ellipses&&i.forEach((a,l)=>this._spread(a,o.colors[l%o.colors.
length],o,[]))}_spread({place:t,spread:e},n,r,o){let{context:i,framed:a}=this;i.strokeStyle=n,i.setLineDash(o.
map(l=>l*r.scale));for(let l of[1,2]){if(i.lineWidth=(l===1?2.4:1.6)*r.scale*Math.sqrt(r.size/14),i.beginPath(),
a.flat){let c=a.y.to(0)+(l===1?3:8)*r.scale,h=l*Math.sqrt(e[0]);i.moveTo(a.x.to(t[0]-h),c),i.lineTo(a.x.to(t[0]+
h),c)}else{let[c,h]=a.units,{long:u,short:f,angle:p}=Bn([e[0]*c*c,e[1]*c*h,e[2]*h*h]),[m,d]=[a.x.to(t[0]),a.y.
to(t[1])];i.ellipse(m,d,u*l,f*l,-p,0,2*Math.PI)}i.stroke()}i.setLineDash([])}_trails(t,e,n,r){let{context:o,framed:i}=this,
a=e.paramsIndex(n);o.lineWidth=1.4*r.scale;for(let l=0;l<e.K;l++){o.strokeStyle=o.fillStyle=r.colors[l%r.colors.
length],o.beginPath();for(let u=0;u<=a;u++){let[f,p]=W(i,R(e.rowAt(u),e.K,t.plane,l).place);u?o.lineTo(f,p):o.
moveTo(f,p)}o.stroke();let[c,h]=W(i,R(e.rowAt(0),e.K,t.plane,l).place);o.beginPath(),o.arc(c,h,2.6*r.scale,0,2*
Math.PI),o.fill()}}_contours(t,e){let{context:n,framed:r}=this,{box:o,x:i,y:a}=r,l=new Float64Array(E*E),c=-1/0;
for(let f=0;f<E;f++)for(let p=0;p<E;p++){let m=o.left+p/(E-1)*o.width,d=o.top+f/(E-1)*o.height,w=Math.log(Gn(t,
i.back(m),a.back(d))+1e-300);l[f*E+p]=w,c=Math.max(c,w)}n.strokeStyle=e.soft,n.lineWidth=e.scale,n.beginPath();
let h=o.width/(E-1),u=o.height/(E-1);for(let f of qr)for(let[p,m,d,w]of Fn(l,E,E,c-f))n.moveTo(o.left+p*h,o.top+
m*u),n.lineTo(o.left+d*h,o.top+w*u);n.stroke()}_curves(t,e,n){let{context:r,framed:o}=this,{box:i,x:a,y:l}=o,c=(h,u,f)=>{
r.strokeStyle=h,r.lineWidth=u*n.scale,r.beginPath();for(let p=i.left;p<=i.left+i.width;p+=2*n.scale)r.lineTo(p,
l.to(f(a.back(p))));r.stroke()};e.contours&&c(n.soft,1.6,h=>t.reduce((u,f)=>u+Se(f,h),0)),e.ellipses&&t.forEach(
(h,u)=>{c(n.colors[u%n.colors.length],2,f=>Se(h,f))})}end(t,e,n){let r=e.rowAt(e.nll.length-1);this._parts(r,e.
K,t).forEach((o,i)=>{this._spread(o,n.colors[i%n.colors.length],n,[2,3])})}truth(t,e){if(!t.truth)return;let{K:n,
row:r}=t.truth;for(let o of this._parts(r,n,t)){this._spread(o,e.ink,e,[5,4]);let[i,a]=W(this.framed,o.place);
v(this.context,i-5*e.scale,a,10*e.scale,0),v(this.context,i,a-5*e.scale,0,10*e.scale)}}};var Kr=(s,t)=>{let e=Math.atan2(s,-t),r=1-Math.abs((e/(2*Math.PI)*10+20)%2-1);return Math.hypot(s,t)<.48+.52*(1-
r)**1.6},Bt=[(s,t)=>s*s+t*t<.8,(s,t)=>t<.72&&t>1.9*Math.abs(s)-1.05,(s,t)=>Math.max(Math.abs(s),Math.abs(t))<.78,
(s,t)=>Math.abs(s)+Math.abs(t)<1.05,(s,t)=>t>-.72&&-t>1.9*Math.abs(s)-1.05,(s,t)=>Math.min(Math.abs(s),Math.abs(
t))<.34&&Math.max(Math.abs(s),Math.abs(t))<.95,(s,t)=>Math.min(Math.abs(s+t),Math.abs(s-t))<.46&&Math.max(Math.
abs(s),Math.abs(t))<.85,Kr];function Br(s,t){let e=Bt[s%Bt.length],n=Math.ceil(t),r=[];for(let o=-n;o<=n;o++)for(let i=-n;i<=
n;i++){let a=0;for(let l=0;l<16;l++){let c=i-.5+(l%4+.5)/4,h=o-.5+(Math.floor(l/4)+.5)/4;e(c/t,h/t)&&a++}if(a){
let l=(Math.atan2(i,-o)/(2*Math.PI)+1)%1||.01;r.push({dx:i,dy:o,cover:a/16,turn:l})}}return{n:r.length,reach:n,
dx:Int32Array.from(r,({dx:o})=>o),dy:Int32Array.from(r,({dy:o})=>o),cover:Float64Array.from(r,({cover:o})=>o),
turn:Float64Array.from(r,({turn:o})=>o)}}var lt=class{constructor(t,e,n){this.width=t,this.height=e,this.bytes=
n,this.words=new Uint32Array(n.buffer,n.byteOffset,t*e),this.masks=new Map}clear([t,e,n]){this.words.fill((255<<
24|n<<16|e<<8|t)>>>0)}_masks(t){let e=this.masks.get(t)??Bt.map((n,r)=>Br(r,t));return this.masks.set(t,e),e}draw({
at:t,r:e,K:n,how:r,colors:o,grey:i,paper:a,radius:l,halo:c}){let h=t.length/2,u=this._masks(l),f=this._masks(l+
1),p=e&&r==="pie",[m,d]=p?[1.35*l,1.35*l+1].map(w=>this._masks(w)[0]):[];for(let w=0;w<h;w++){let y=Math.round(
t[2*w]),x=Math.round(t[2*w+1]),M=e?Gr(e,w*n,n):0,b=e?M%Bt.length:0;if(p&&m&&d&&e[w*n+M]<.97){c&&this._stamp(y,
x,d,a,c),this._pie(y,x,m,e,w*n,n,o);continue}c&&this._stamp(y,x,f[b],a,c),e?r!=="blend"?this._stamp(y,x,u[b],o[M],
1):this._stamp(y,x,u[b],Wr(e,w*n,n,o),1):this._stamp(y,x,u[0],i,1)}}_stamp(t,e,n,r,o){if(!this._reaches(t,e,n))
return;let{bytes:i,words:a}=this,{n:l,dx:c,dy:h,cover:u}=n,{0:f,1:p,2:m}=r,d=(255<<24|Math.round(m)<<16|Math.round(
p)<<8|Math.round(f))>>>0;for(let w=0;w<l;w++){let y=(e+h[w])*this.width+t+c[w],x=u[w]*o;if(x===1){a[y]=d;continue}
let M=4*y;i[M]+=(f-i[M])*x,i[M+1]+=(p-i[M+1])*x,i[M+2]+=(m-i[M+2])*x}}_pie(t,e,n,r,o,i,a){if(!this._reaches(t,
e,n))return;let{bytes:l}=this;for(let c=0;c<n.n;c++){let h=0;for(let f=r[o];f<=n.turn[c]&&h<i-1;f+=r[o+h])h++;
let u=4*((e+n.dy[c])*this.width+t+n.dx[c]);for(let f=0;f<3;f++)l[u+f]+=(a[h][f]-l[u+f])*n.cover[c]}}_reaches(t,e,{
reach:n}){return t>=n&&e>=n&&t<this.width-n&&e<this.height-n}};function Gr(s,t,e){let n=0;for(let r=1;r<e;r++)
s[t+r]>s[t+n]&&(n=r);return n}var ze=new Float64Array(3);function Wr(s,t,e,n){ze.fill(0);for(let r=0;r<e;r++)if(!(s[t+
r]<1e-4))for(let o=0;o<3;o++)ze[o]+=s[t+r]*n[r][o];return ze}var Dn=[[300,4.6],[1500,3.8],[5e3,2.6],[1/0,1.9]],Gt=5,Hn=.2,Wt=class{constructor(t){this.canvas=t,this.context=
t.getContext("2d"),this.pixels=this.context.createImageData(1,1),this.image=new lt(1,1,this.pixels.data),this.
framed={}}_frame(t,e,n){let{width:r,height:o}=this.canvas,i=this.framed;if(i.data===t&&i.width===r&&i.height===
o&&i.size===e.size)return;let a=t.plane.shown===1,l=Le(t.places,2,0),c=Le(t.places,2,1),h=n&&i.units&&!a&&!i.flat&&
i.width===r&&Dr(i,l,c),{box:u,x:f,y:p,units:m,equal:d}=h?i:this._fitted(l,c,a,e),w=new Float64Array(2*t.N);for(let x=0;x<
t.N;x++){w[2*x]=f.to(t.places[2*x]);let M=u.height*(1-Hn*(.15+.7*(x*.618034%1)));w[2*x+1]=a?u.top+M:p.to(t.places[2*
x+1])}this.framed={data:t,width:r,height:o,size:e.size,box:u,x:f,y:p,units:m,equal:d,flat:a,at:w};let y=this.context.
createImageData(r,o);this.pixels=y,this.image=new lt(r,o,y.data)}_fitted(t,e,n,r){let{width:o,height:i}=this.canvas,
a=r.size*r.scale,l=3.4*a;for(let c=0;;c++){let h={left:l,top:.6*a,width:o-l-.6*a,height:i-3.7*a},u=n?Hr(t,h):zn(
t,e,h),f=Math.max(3.4*a,Ft(this.context,it(u.y,h.height,a,8,!n),r));if(f<=l||c===2)return{box:h,...u};l=f}}draw({
data:t,trace:e,h:n,layers:r,look:o,keep:i,showsEnd:a,over:l}){this._frame(t,o,i);let{context:c,framed:h}=this;
this._points(t,e,n,r,o),c.lineJoin="round",this._axes(t,o),c.save(),c.beginPath(),c.rect(h.box.left,h.box.top,
h.box.width,h.box.height),c.clip();let u=new Kt(c,h);e&&u.mixture(t,e,n,r,o),r.truth&&t.truth&&u.truth(t,o),e&&
a&&u.end(t,e,o),l?.(c,h),c.restore(),e&&r.ellipses&&this._means(t,e,n,o)}clear(t){let{context:e,canvas:n,framed:r}=this,
{width:o,height:i}=n,l=r.units&&!r.flat&&r.width===o&&r.height===i?r:this._fitted([-Gt,Gt],[-Gt,Gt],!1,t);this.
framed={...l,data:null,width:o,height:i,size:t.size,flat:!1,at:new Float64Array(0)},e.fillStyle=t.paper,e.fillRect(
0,0,o,i),this._axes({labels:["x₁","x₂"]},t)}_points(t,e,n,r,o){let i=(Dn.find(([l])=>t.N<=l)??Dn[0])[1],a=t.
N>1500;this.image.clear(o.paperBytes),this.image.draw({at:this.framed.at,r:e&&r.color!=="none"?e.responsibilities(
n):null,K:e?.K??0,how:r.color,colors:o.colorBytes,grey:o.greyBytes,paper:o.paperBytes,radius:i*o.scale*Math.sqrt(
o.size/14),halo:a?0:.75}),this.context.putImageData(this.pixels,0,0)}_axes(t,e){let{context:n,framed:r}=this,{
box:o,x:i,y:a,flat:l,equal:c}=r,h=it(a,o.height,e.size*e.scale,8,!l).filter(({value:u})=>!l||u>=0);Ct(n,o,e),jt(
n,o,i,t.labels[0],e,{note:c?"":`, not to the scale of ${t.labels[1]}`}),Rt(n,o,a,h,l?"density":t.labels[1],e)}placeOfMean(t,e,n,r){
let{box:o}=this.framed,[i,a]=W(this.framed,R(t,e,n.plane,r).place),l=(u,f,p)=>Math.min(Math.max(u,f),f+p),[c,h]=[
l(i,o.left,o.width),l(a,o.top,o.height)];return{x:c,y:h,outside:c!==i||h!==a}}_besideMean(t,e,n,r){let{box:o}=this.
framed;return[t+1.2*n+r<o.left+o.width?t+.8*n:t-n-r,e-3*n>o.top?e-.6*n:e+2.8*n]}_means(t,e,n,r){let{context:o}=this,
i=e.row(n),a=7.5*r.scale*Math.sqrt(r.size/14);o.font=`600 ${.95*r.size*r.scale}px ${r.family}`,o.textAlign="le\
ft",o.textBaseline="bottom";for(let c=0;c<e.K;c++){let{x:h,y:u,outside:f}=this.placeOfMean(i,e.K,t,c);o.beginPath(),
Z[c%Z.length](o,h,u,a),o.strokeStyle=r.paper,o.lineWidth=5*r.scale,o.stroke(),o.strokeStyle=f?r.colors[c%r.colors.
length]:r.ink,o.lineWidth=1.6*r.scale,o.fillStyle=f?r.paper:r.colors[c%r.colors.length],o.fill(),o.stroke()}let l=Array.
from({length:e.K},(c,h)=>this.placeOfMean(i,e.K,t,h));for(let{x:c,y:h,text:u}of Ur(l,1.5*a)){let f=this._besideMean(
c,h,a,o.measureText(u).width);o.strokeStyle=r.paper,o.lineWidth=4*r.scale,o.strokeText(u,...f),o.fillStyle=r.ink,
o.fillText(u,...f)}}};function Ur(s,t){let e=[];return s.forEach(({x:n,y:r},o)=>{let i=e.find(a=>Math.hypot(a.
x-n,a.y-r)<t);i?i.text+=`, ${o}`:e.push({x:n,y:r,text:String(o)})}),e}function Dr({x:s,y:t,box:e},n,r){return s.
to(n[1])<=e.left+e.width&&t.to(r[0])<=e.top+e.height&&s.to(n[0])>=e.left&&t.to(r[1])>=e.top}function Hr(s,t){let e=Sn(
s),n=8/(Math.sqrt(2*Math.PI)*(e[1]-e[0])),r=t.top+t.height*(1-Hn);return{x:j(e,[t.left,t.left+t.width]),y:j([0,
n],[r,t.top]),units:[1,1],equal:!0}}var ct=class{constructor(t,e,n={}){this.X=t,this.D=e,this.N=t.length/e;let{plane:r,labels:o,note:i}=Jr(t,this.
N,e),{truth:a=null,start:l=null,n_samples:c=0}=n;this.plane=r,this.labels=n.labels??o,this.note=n.note??i,this.
truth=a,this.start=l,this.isPart=this.N<c,this.places=this._places()}_places(){let{D:t,origin:e,axes:n,shown:r}=this.
plane,o=new Float64Array(2*this.N);for(let i=0;i<this.N;i++)for(let a=0;a<r;a++){let l=0;for(let c=0;c<t;c++)l+=
(this.X[i*t+c]-e[c])*n[c*r+a];o[2*i+a]=l}return o}};function Jr(s,t,e){if(e>2)return Yr(s,t,e);let n=new Float64Array(
e*e);for(let i=0;i<e;i++)n[i*e+i]=1;let r={D:e,origin:new Float64Array(e),axes:n,shown:e},o=e>1?"":"The data h\
ave one feature: it lies on the horizontal axis, and curves show the densities.";return{plane:r,labels:["x₁",
"x₂"].slice(0,e),note:o}}function Yr(s,t,e){let n=new Float64Array(e);for(let p=0;p<s.length;p++)n[p%e]+=s[p]/
t;let r=new Float64Array(e*e);for(let p=0;p<t;p++)for(let m=0;m<e;m++){let d=s[p*e+m]-n[m];for(let w=0;w<e;w++)
r[m*e+w]+=d*(s[p*e+w]-n[w])}let{values:o,vectors:i}=F(r,e),a=new Float64Array(2*e);for(let p=0;p<2;p++){let m=e-
1-p,d=0;for(let w=0;w<e;w++){let y=i[w*e+m];Math.abs(y)>Math.abs(d)&&(d=y)}for(let w=0;w<e;w++)a[2*w+p]=i[w*e+
m]*Math.sign(d)}let l=o.reduce((p,m)=>p+Math.max(m,0),0),c=Math.max(o[e-1],0)+Math.max(o[e-2],0),h=Math.round(
100*(l>0?c/l:1)),u=`The data have ${e} features: EM uses all of them, the picture shows the first two principa\
l axes, with ${h}% of the variance.`;return{plane:{D:e,origin:n,axes:a,shown:2},labels:["first principal axis",
"second principal axis"],note:u}}var Qr={f8:Float64Array,f4:Float32Array,i4:Int32Array};function ht(s){let t=new Uint8Array(s.byteLength);t.set(
new Uint8Array(s.buffer,s.byteOffset,s.byteLength));let e=new DataView(t.buffer).getUint32(0,!0),n=JSON.parse(
new TextDecoder().decode(t.subarray(4,4+e))),r={};for(let[o,i]of Object.entries(n.arrays)){let{dtype:a,shape:l,
offset:c}=i,h=l.reduce((u,f)=>u*f,1);r[o]=new Qr[a](t.buffer,4+e+c,h)}return{words:n.words,arrays:r}}function Jn(s){
let t=atob(s),e=new Uint8Array(t.length);for(let n=0;n<t.length;n++)e[n]=t.charCodeAt(n);return e}var ft='There are no points yet: tick "a click adds a point", then click the picture.',Ut=class{constructor(){
this.named=new Map,this.own=null}take(t){let{words:e,arrays:n}=ht(t);for(let{name:r,D:o,truth:i,...a}of e.data){
let l=n[`${r} truth`],c=n[`${r} start`]??null,h=l?{K:i,row:l}:null;this.named.set(r,new ct(n[r],o,{...a,truth:h,
start:c}))}}get isPart(){return[...this.named.values()].some(t=>t.isPart)}of(t){if(t.data===N)return this._ownPoints(
t);let e=this.named.get(t.data);if(e)return e;let n=[...this.named.keys()].join(", ");throw new Error(`no data\
 set is called '${t.data}': choose one of ${n}.`)}_ownPoints(t){let{own_points:e}=t;if(!e.length)throw new Error(
ft);let n=Oe(t);return this.own?.key!==n&&(this.own={key:n,data:new ct(Float64Array.from(e.flat()),e[0].length)}),
this.own.data}};var Xr=1e3/60,Dt=class{constructor(t,e,n){this.layout=t,this.scene=e,this.advance=n,this.plane=new Wt(t.left),
this.chart=new $t(t.right),this.look=null,this.inside=null,this.drawn=this.drawnAt=this.frame=0,this.isClosed=
!1}close(){this.isClosed=!0,cancelAnimationFrame(this.frame)}redraw(t=!1){if(!(this.frame||!this.look||this.isClosed)){
if(t&&!this.scene.isPlaying&&performance.now()-this.drawnAt>Xr){this.draw();return}this.frame=requestAnimationFrame(
e=>{this.frame=0,!this.isClosed&&(this.advance(e),this.draw(),this.scene.isPlaying&&this.redraw())})}}draw(){let{
look:t,scene:e,layout:n,plane:r,chart:o,inside:i}=this;if(!t||!n.left.width)return;if(e.isEmpty){r.clear(t),o.
clear(t),i?.clear(),n.status.clear(ft),this._drawn(0);return}let{data:a,dragged:l,layers:c,choice:h}=e,u=l??e.
trace;if(!a||!u)return;let f=l?Math.min(e.h,1):e.h,p=h.data===N,m=i?.see(u,f,t)??{trace:u,look:t,isMoving:!1},
d=i?.draw.bind(i);r.draw({...m,data:a,h:f,layers:c,keep:p,showsEnd:!!l,over:d});let w=o.draw({trace:u,h:f,layers:c,
look:t,marked:!0});n.status.tell(e,u,f),i?.tell(),this._drawn(f),(!w||m.isMoving)&&this.redraw()}_drawn(t){this.
drawn+=1,this.drawnAt=performance.now(),Object.assign(this.layout.element.dataset,{halfStep:String(t),drawn:String(
this.drawn)})}};var Zr=500,Vr=8e3,Ht=class{constructor(t,e){this.element=t,this.problem=e,this.timers=[]}begin(t="Still showin\
g the previous pictures."){this.end(),this.element.setAttribute("aria-busy","true"),this._later(Zr,`Waiting fo\
r Python. ${t}`),this._later(Vr,`Python is not answering. If it is busy, this continues by itself; if it was r\
estarted or has stopped, ${Nt(this.element)}. ${t}`)}_later(t,e){this.timers.push(window.setTimeout(()=>this._say(
e),t))}_say(t){this.element.dataset.waiting="yes",this.problem.textContent=t}end(){this.timers.forEach(clearTimeout),
this.timers=[],this.element.dataset.waiting&&(this.problem.textContent=""),delete this.element.dataset.waiting,
this.element.removeAttribute("aria-busy")}};var to=40,Yn=8e3,ut="That run of your functions was not kept, and Python no longer holds this explorer.",Jt=class{constructor(t,e){
this.datasets=t,this.send=e,this.answers=new Map,this.asked=null,this.next=null,this.client=Math.random().toString(
36).slice(2),this.requests=0,this.listeners=new Set}of(t){return this.answers.get(O(t))}take(t,e){let{words:n,
arrays:r}=ht(e),o=O(t);this.answers.delete(o),this.answers.set(o,n.problem?n:{trace:eo(n.run,r,this.datasets.of(
t),t)}),this.answers.size>to&&this.answers.delete(this.answers.keys().next().value)}takeKept(t){let{words:e}=ht(
t);return this.take(e.config,t),e.config}ask(t){let e=O(t);if(this.asked&&performance.now()-this.asked.at<Yn){
this.next=this.asked?.key===e?null:{key:e,choice:t},this.next&&setTimeout(()=>this._askNext(),Yn);return}this.
_ask(e,t)}_ask(t,e){this.next=null;let n=++this.requests;this.asked={key:t,choice:e,request:n,at:performance.now()};
try{this.send?.({client:this.client,request:n,what:"run",config:e})}catch{this.asked=null}}_askNext(){this.next&&
this._ask(this.next.key,this.next.choice)}hear({client:t,request:e},n){let{asked:r}=this;if(!(!r||t!==this.client||
e!==r.request)){this.asked=null,this.take(r.choice,n[0]),this._askNext();for(let o of this.listeners)o(r.choice)}}};
function eo(s,t,e,n){let r=s.n_components,o=new Map,i=e.N*r;for(let[l,c]of s.own.entries())o.set(c,t.own.subarray(
l*i,(l+1)*i));let a={...s,K:r,D:e.D,failure:null,params:t.params,nll:t.nll};if(a.params.length!==a.nll.length*
A(r,e.D))throw new Error("That run is of other data.");return new X(a,e,n.reg_covar,o)}var no=Number.EPSILON,Yt=32*no,Zn=100,Qn=1e4,so=1e7;function Vn(s,t,e){for(let n=0;n<t;n++)for(let r=0;r<e;r++)
if(ts(s,t,e,n,r))return n;return-1}function ts(s,t,e,n,r){return Math.abs(es(s,t,e,n,r))<=(Yt*s[t+n*e+r])**2}function es(s,t,e,n,r){
return s[K(t,e,n)+r*(r+3)/2]}function ns(s,t,e,n,r){if(s.kind==="no density")return s;let o=ss(t)??ro(s,t,e,n),
i={...s,iteration:r,farSample:o};return o?i:oo(s,t,e,n)?{...i,kind:"rounded",value:Math.max(...rs(t).map(([a,l])=>l-
a))}:{...i,flatFeature:io(s,t,e,n)}}function ss({X:s,N:t,D:e},n=so){let r=null;for(let o=0;o<e;o++){let i=Float64Array.
from({length:t},(m,d)=>s[d*e+o]),a=Xn(i),l=i.map(m=>Math.abs(m-a)),c=l.filter(m=>m>0);if(c.length===0)continue;
let h=Xn(c),u=l.reduce((m,d,w)=>d>l[m]?w:m,0),f=l[u],p=r===null||f/h>r.distance/r.usual;f>n*h&&p&&(r={sample:u,
feature:o,distance:f,usual:h})}return r}function Xn(s){return Float64Array.from(s).sort()[Math.floor((s.length-
1)/2)]}function ro(s,t,e,n){let r=s.kind==="singular"?ss(t,Qn):null;return r&&es(e,n,t.D,s.component,r.feature)>
(Qn*r.usual)**2?r:null}function oo(s,{X:t,N:e,D:n},r,o){if(s.kind!=="singular")return!1;let i=k(r,o,n,s.component);
if(!i.every(Number.isFinite))return!1;let{values:a,vectors:l}=F(i,n),c=_(r,o,n,s.component),h=new Float64Array(
e),u=0;for(let p=0;p<e;p++){for(let m=0;m<n;m++)h[p]+=(t[p*n+m]-c[m])*l[m*n],u=Math.max(u,Math.abs(t[p*n+m]));
h[p]=Math.abs(h[p])}h.sort();let f=(h[Math.floor((e-1)/2)]+h[Math.ceil((e-1)/2)])/2;return Yt*u<f&&f<=Math.sqrt(
Zn*Yt*Math.abs(a[n-1]))}function io(s,t,e,n){if(s.kind!=="collapsed")return null;let r=null;return rs(t).forEach(
([o,i],a)=>{let l=Math.max(Math.abs(o),Math.abs(i)),c=i-o<=4*ao(l),h=i-o<=Zn*Yt*l;!(c||h)||!ts(e,n,t.D,s.component,
a)||(!r||c&&!r.constant)&&(r={feature:a,level:o,constant:c})}),r}function rs({X:s,N:t,D:e}){return Array.from(
{length:e},(n,r)=>{let[o,i]=[s[r],s[r]];for(let a=r;a<t*e;a+=e)o=Math.min(o,s[a]),i=Math.max(i,s[a]);return[o,
i]})}function ao(s){let t=new DataView(new ArrayBuffer(8));return t.setFloat64(0,s),t.setBigInt64(0,t.getBigInt64(
0)+1n),t.getFloat64(0)-s}var os="use fewer components (n_components), a larger reg_covar, or another start.",lo={empty:(s,t)=>`is empty\
: its responsibilities sum to ${t} samples, so it has no mean and no covariance; use fewer components (n_compo\
nents) or another start.`,singular:({value:s=0,iteration:t},e)=>(s>0?`has a covariance of which rounding leave\
s no digits in some direction (smallest eigenvalue ${e}, far below the largest)`:`has a covariance that is not\
 positive definite (smallest eigenvalue ${e}): it is flat in some direction, as when a component has shrunk on\
to a single point or onto copies of one`)+(t===void 0?".":`; ${os}`),rounded:(s,t)=>`cannot be fitted: it is s\
tretched over samples as far apart as ${t}, and beside such numbers rounding hides its spread in another direc\
tion; rescale X, for instance by taking logarithms, or fit groups of samples one by one.`,"negative eigenvalue":(s,t)=>`\
has a covariance that is not positive definite (smallest eigenvalue ${t}): no covariance has a negative one, s\
o check how it was computed.`,collapsed:()=>"has collapsed: it has no spread left beyond rounding, as when it \
sits on a single point or on copies of one; "+os,"no density":()=>""};function Fe(s){if(s.kind==="no density")
return`sample ${s.sample} is so far from every component that its log-density is not a finite number: rescale \
X, or start from means nearer to the data.`;let{component:t,iteration:e}=s,n=e===0?" in the start of EM":` in \
iteration ${e} of EM`;return`component ${t}${e===void 0?"":n} ${co(s)}`}function co(s){let{flatFeature:t,farSample:e}=s;
if(t){let{feature:n,level:r,constant:o}=t;return o?`cannot be fitted: feature ${n} is constant, so no componen\
t has a spread in it; remove this column of X.`:`cannot be fitted: feature ${n} is so far from 0, around ${S(r,
3)}, that rounding hides its spread; subtract its mean from this column of X.`}if(e){let{sample:n,feature:r,distance:o,
usual:i}=e;return`cannot be fitted: sample ${n} is ${S(o,3)} away from the median of feature ${r}, where sampl\
es are usually within ${S(i,3)} of it, and beside such numbers rounding hides an ordinary spread; correct or r\
emove this sample, or rescale X, for instance by taking logarithms.`}return lo[s.kind](s,S(s.value??NaN,3))}var U=class extends Error{constructor(t){
super(Fe(t)),this.failure=t}},D=class extends U{};var is=Number.EPSILON,ho=10*is;function as(s,t,e,n){let{X:r,N:o,D:i}=s;mo(t,e,i);let a=Q(C(r,o,i,t,e,n),o,e);return Number.
isFinite(a)||wo(C(r,o,i,t,e,n),o,e),a}function Qt(s,t,e,n,r=new Float64Array(A(e,s.D))){let{N:o,D:i}=s,a=fo(t,
o,e),l=i===2?po:uo;for(let c=0;c<e;c++){r[c]=a[c]/o,l(s,t,e,c,a[c],r);let h=K(e,i,c);for(let u=0;u<i;u++,h+=u+
1)r[h]+=n}return r}function fo(s,t,e){let n=new Float64Array(e);for(let o=0;o<t*e;)for(let i=0;i<e;i++)n[i]+=s[o++];
let r=0;for(let o=1;o<e;o++)n[o]<n[r]&&(r=o);if(n[r]<ho)throw new D({kind:"empty",component:r,value:n[r]});return n}
function uo({X:s,N:t,D:e},n,r,o,i,a){let l=new Float64Array(e);for(let p=0;p<t;p++){let m=n[p*r+o];for(let d=0;d<
e;d++)l[d]+=m*s[p*e+d]}for(let p=0;p<e;p++)l[p]/=i;let c=new Float64Array(e),h=new Float64Array(e),u=new Float64Array(
e*(e+1)/2);for(let p=0;p<t;p++){let m=n[p*r+o];for(let d=0,w=0;d<e;d++){c[d]=s[p*e+d]-l[d];let y=m*c[d];h[d]+=
y;for(let x=0;x<=d;x++)u[w++]+=y*c[x]}}let f=K(r,e,o);for(let p=0,m=0;p<e;p++){h[p]/=i,a[r+o*e+p]=l[p]+h[p];for(let d=0;d<=
p;d++)a[f++]=u[m++]/i-h[p]*h[d]}}function po({X:s,N:t},e,n,r,o,i){let a=0,l=0;for(let d=0,w=r;d<t;d++,w+=n)a+=
e[w]*s[2*d],l+=e[w]*s[2*d+1];a/=o,l/=o;let[c,h,u,f,p]=[0,0,0,0,0];for(let d=0,w=r;d<t;d++,w+=n){let y=s[2*d]-a,
x=s[2*d+1]-l,M=e[w]*y,b=e[w]*x;c+=M,h+=b,u+=M*y,f+=M*x,p+=b*x}c/=o,h/=o;let m=K(n,2,r);i[n+2*r]=a+c,i[n+2*r+1]=
l+h,i[m]=u/o-c*c,i[m+1]=f/o-c*h,i[m+2]=p/o-h*h}function mo(s,t,e){for(let n=0;n<t;n++){let r=k(s,t,e,n);if(go(
r,e))continue;let[o,i]=nn(r,e),a=o<-1e-8*Math.abs(i)?"negative eigenvalue":"singular";throw new D({kind:a,component:n,
value:o})}}function go(s,t){let e=q(s,t);if(!e)return!1;for(let n=0;n<t*t;n+=t+1)if(!(e[n]*e[n]>10*t*is*s[n]))
return!1;return!0}function wo(s,t,e){for(let n=0;n<t;n++){let r=s.subarray(n*e,(n+1)*e);if(!Number.isFinite(Math.
max(...r)))throw new U({kind:"no density",component:-1,sample:n})}}var yo=500,xo=1e-6,bo=1e-6,Mo=.001,Xt=64,Ce=new WeakMap;function pt(s,t,e,{regCovar:n=bo,tol:r=xo,maxIter:o=yo}={}){
let{N:i,D:a}=s,l=new Float64Array(Xt*t.length);l.set(t);let c={data:s,options:{regCovar:n,tol:r,maxIter:o},responsibilities:new Float64Array(
i*e),params:l,nll:new Float64Array(Xt),n:1},h={K:e,D:a,params:l.subarray(0,t.length),nll:c.nll.subarray(0,0),ended:"\
running",last:0,failure:null,message:"",rises:[]};return Ce.set(h,c),h}function mt(s,t=1/0){let e=Ce.get(s);if(s.
ended!=="running"||!e)return s;s.nll.length===0&&ls(s,e);do s.ended==="running"&&Po(s,e)&&ls(s,e);while(s.ended===
"running"&&(t===1/0||performance.now()<t));return vo(s,e),s.ended!=="running"&&Ce.delete(s),s}function ls(s,{data:t,options:e,responsibilities:n,params:r,nll:o,n:i}){let a=A(s.K,s.D),l=r.subarray((i-1)*a,
i*a);try{o[i-1]=as(t,l,s.K,n)}catch(h){o[i-1]=NaN,hs(s,t,l,i-1,h);return}s.last=2*i-1;let c=i>1?o[i-1]-o[i-2]:
0;c>Mo+1e-9*Math.abs(o[i-2])&&s.rises.push(2*i-2),i>1&&Math.abs(c)<e.tol?s.ended="converged":i>e.maxIter&&(s.ended=
"max_iter"),s.ended!=="running"&&(s.last=Math.max(2*i-2,1))}function Po(s,t){let{data:e,options:n,responsibilities:r,
n:o}=t,i=A(s.K,s.D);Ao(t,i);let a=t.params.subarray((o-1)*i,o*i),l=t.params.subarray(o*i,(o+1)*i);try{Qt(e,r,s.
K,n.regCovar,l),a=l;let c=Vn(l,s.K,s.D);if(c>=0)throw new D({kind:"collapsed",component:c})}catch(c){return hs(
s,e,a,o,c),!1}return s.last+=1,t.n+=1,!0}function hs(s,t,e,n,r){if(!(r instanceof U))throw r;s.ended="failed",
s.last+=1,s.failure=ns(r.failure,t,e,s.K,n);let o=Fe(s.failure);s.message=s.failure.kind==="no density"?o:o[0].
toUpperCase()+o.slice(1)}function Ao(s,t){s.n<s.nll.length||(s.params=cs(s.params,s.params.length+Xt*t),s.nll=
cs(s.nll,s.nll.length+Xt))}function cs(s,t){let e=new Float64Array(t);return e.set(s),e}function vo(s,{params:t,
nll:e,n}){s.params=t.subarray(0,n*A(s.K,s.D)),s.nll=e.subarray(0,n)}var fs=`"use strict";(()=>{function z(t,n){let e=new Float64Array(n*n);for(let o=0;o<n;o++)for(let r=0;r<=o;r+\
+){let s=t[o*n+r];for(let i=0;i<
r;i++)s-=e[o*n+i]*e[r*n+i];if(o===r){if(!(s>0))return null;e[o*n+o]=Math.sqrt(s)}else e[o*n+r]=s/e[r*n+r]}retu\
rn e}
function _(t,n){let e=new Float64Array(n*n);for(let o=0;o<n;o++){e[o*n+o]=1/t[o*n+o];for(let r=o+1;r<n;r++){le\
t s=0;
for(let i=o;i<r;i++)s-=t[r*n+i]*e[i*n+o];e[r*n+o]=s/t[r*n+r]}}return e}function pt(t,n){let e=z(t,n);if(!e)ret\
urn new Float64Array(
n*n).fill(NaN);let o=_(e,n),r=new Float64Array(n*n);for(let s=0;s<n;s++)for(let i=0;i<n;i++)for(let a=Math.max\
(
s,i);a<n;a++)r[s*n+i]+=o[a*n+s]*o[a*n+i];return r}function k(t,n){let e=Float64Array.from(t),o=new Float64Arra\
y(
n*n);for(let a=0;a<n;a++)o[a*n+a]=1;for(let a=0;a<50;a++){let c=!1;for(let l=0;l<n;l++)for(let f=l+1;f<n;f++)c\
=
ln(e,o,n,l,f)||c;if(!c)break}let r=Array.from({length:n},(a,c)=>c);r.sort((a,c)=>e[a*n+a]-e[c*n+c]);let s=Floa\
t64Array.
from(r,a=>e[a*n+a]),i=new Float64Array(n*n);for(let a=0;a<n;a++)for(let c=0;c<n;c++)i[a*n+c]=o[a*n+r[c]];retur\
n{
values:s,vectors:i}}function ln(t,n,e,o,r){let s=t[o*e+r],[i,a]=[t[o*e+o],t[r*e+r]],c=Math.sqrt(Math.abs(i))*M\
ath.
sqrt(Math.abs(a));if(!(Math.abs(s)>1e-17*c))return t[o*e+r]=t[r*e+o]=0,!1;let l=(a-i)/(2*s),f=(l<0?-1:1)/(Math\
.
abs(l)+Math.hypot(l,1)),p=1/Math.hypot(f,1),m=f*p;t[o*e+o]=i-f*s,t[r*e+r]=a+f*s,t[o*e+r]=t[r*e+o]=0;for(let u=\
0;u<
e;u++){if(u!==o&&u!==r){let[P,y]=[t[u*e+o],t[u*e+r]];t[u*e+o]=t[o*e+u]=p*P-m*y,t[u*e+r]=t[r*e+u]=m*P+p*y}let[h\
,
d]=[n[u*e+o],n[u*e+r]];n[u*e+o]=p*h-m*d,n[u*e+r]=m*h+p*d}return!0}function dt(t,n){if(n!==2){let{values:d}=k(t\
,
n);return[d[0],d[n-1]]}let[e,o,,r]=t,s=e+r,[i,a]=Math.abs(e)>Math.abs(r)?[e,r]:[r,e],[c,l]=[Math.abs(e-r),Math\
.
abs(o+o)],[f,p]=c>l?[c,l]:[l,c],m=f>0?f*Math.sqrt(1+(p/f)**2):0;if(s===0)return[-.5*m,.5*m];let u=.5*(s<0?s-m:\

s+m),h=i/u*a-o/u*o;return s<0?[u,h]:[h,u]}var fn=Math.log(2*Math.PI);function w(t,n){return t*(1+n+n*(n+1)/2)}\
function Pt(t,n){return t/w(1,n)}function T(t,n,e,o){
return t.subarray(n+o*e,n+(o+1)*e)}function A(t,n,e){return t+t*n+e*n*(n+1)/2}function b(t,n,e,o){let r=new Fl\
oat64Array(
e*e),s=A(n,e,o);for(let i=0;i<e;i++)for(let a=0;a<=i;a++)r[i*e+a]=r[a*e+i]=t[s++];return r}function S(t,n,e,o,\
r,s){
for(let i=0;i<r;i++){let a=z(b(o,r,e,i),e),c=a?Math.log(o[i])-.5*e*fn:-1/0;for(let l=0;a&&l<e;l++)c-=Math.log(\

a[l*e+l]);if(c===-1/0)for(let l=i;l<n*r;l+=r)s[l]=-1/0;else{let l=_(a,e);(e===2?mn:un)(t,n,e,T(o,r,e,i),l,c,r,\

i,s)}}return s}function un(t,n,e,o,r,s,i,a,c){let l=new Float64Array(e);for(let f=0;f<n;f++){let p=0;for(let m\
=0;m<
e;m++){l[m]=t[f*e+m]-o[m];let u=0;for(let h=0;h<=m;h++)u+=r[m*e+h]*l[h];p+=u*u}c[f*i+a]=s-.5*p}}function mn(t,\
n,e,o,r,s,i,a,c){
let[l,f]=o,[p,,m,u]=r;for(let h=0,d=a;h<n;h++,d+=i){let P=t[2*h]-l,y=t[2*h+1]-f,x=p*P,I=m*P+u*y;c[d]=s-.5*(x*x\
+
I*I)}}function q(t,n,e){let o=0,r=0,s=1;for(let i=0;i<n*e;i+=e){let a=t[i];for(let f=1;f<e;f++)t[i+f]>a&&(a=t[\
i+
f]);let c=0;for(let f=0;f<e;f++){let p=t[i+f];c+=t[i+f]=p===a?1:gn(p-a)}let l=1/c;for(let f=0;f<e;f++)t[i+f]*=\

l;o+=a,s*=c,s>1e200&&(r+=Math.log(s),s=1)}return-(o+r+Math.log(s))}var F=32,hn=F/Math.LN2,pn=.6931471803691238\
/
F,dn=19082149292705877e-26/F,Pn=Float64Array.from({length:F},(t,n)=>2**(n/F)),wn=Float64Array.from({length:102\
3},
(t,n)=>2**-n);function gn(t){if(!(t>-708))return Math.exp(t);let n=t*hn-.5|0,e=t-n*pn-n*dn,o=e*e,r=1+e+o*(1/2+\

e*(1/6)+o*(1/24+e*(1/120)+o*(1/720)));return wn[-(n>>5)]*(Pn[n&31]*r)}var yn=Number.EPSILON,C=32*yn,yt=100,wt=\
1e4,xn=1e7;function xt(t,n,e){for(let o=0;o<n;o++)for(let r=0;r<e;r++)
if(Mt(t,n,e,o,r))return o;return-1}function Mt(t,n,e,o,r){return Math.abs(At(t,n,e,o,r))<=(C*t[n+o*e+r])**2}fu\
nction At(t,n,e,o,r){
return t[A(n,e,o)+r*(r+3)/2]}function bt(t,n,e,o,r){if(t.kind==="no density")return t;let s=Ot(n)??Mn(t,n,e,o)\
,
i={...t,iteration:r,farSample:s};return s?i:An(t,n,e,o)?{...i,kind:"rounded",value:Math.max(...Lt(n).map(([a,c\
])=>c-
a))}:{...i,flatFeature:bn(t,n,e,o)}}function Ot({X:t,N:n,D:e},o=xn){let r=null;for(let s=0;s<e;s++){let i=Floa\
t64Array.
from({length:n},(h,d)=>t[d*e+s]),a=gt(i),c=i.map(h=>Math.abs(h-a)),l=c.filter(h=>h>0);if(l.length===0)continue\
;
let f=gt(l),p=c.reduce((h,d,P)=>d>c[h]?P:h,0),m=c[p],u=r===null||m/f>r.distance/r.usual;m>o*f&&u&&(r={sample:p\
,
feature:s,distance:m,usual:f})}return r}function gt(t){return Float64Array.from(t).sort()[Math.floor((t.length\
-
1)/2)]}function Mn(t,n,e,o){let r=t.kind==="singular"?Ot(n,wt):null;return r&&At(e,o,n.D,t.component,r.feature\
)>
(wt*r.usual)**2?r:null}function An(t,{X:n,N:e,D:o},r,s){if(t.kind!=="singular")return!1;let i=b(r,s,o,t.compon\
ent);
if(!i.every(Number.isFinite))return!1;let{values:a,vectors:c}=k(i,o),l=T(r,s,o,t.component),f=new Float64Array\
(
e),p=0;for(let u=0;u<e;u++){for(let h=0;h<o;h++)f[u]+=(n[u*o+h]-l[h])*c[h*o],p=Math.max(p,Math.abs(n[u*o+h]));\

f[u]=Math.abs(f[u])}f.sort();let m=(f[Math.floor((e-1)/2)]+f[Math.ceil((e-1)/2)])/2;return C*p<m&&m<=Math.sqrt\
(
yt*C*Math.abs(a[o-1]))}function bn(t,n,e,o){if(t.kind!=="collapsed")return null;let r=null;return Lt(n).forEac\
h(
([s,i],a)=>{let c=Math.max(Math.abs(s),Math.abs(i)),l=i-s<=4*On(c),f=i-s<=yt*C*c;!(l||f)||!Mt(e,o,n.D,t.compon\
ent,
a)||(!r||l&&!r.constant)&&(r={feature:a,level:s,constant:l})}),r}function Lt({X:t,N:n,D:e}){return Array.from(\

{length:e},(o,r)=>{let[s,i]=[t[r],t[r]];for(let a=r;a<n*e;a+=e)s=Math.min(s,t[a]),i=Math.max(i,t[a]);return[s,\

i]})}function On(t){let n=new DataView(new ArrayBuffer(8));return n.setFloat64(0,t),n.setBigInt64(0,n.getBigIn\
t64(
0)+1n),n.getFloat64(0)-t}function M(t,n){return Number.isFinite(t)?It(t,t.toFixed(n),e=>t.toFixed(n+e)):$(t)}f\
unction W(t,n){if(!Number.
isFinite(t))return $(t);let e=i=>t.toExponential(n+i),[o,r]=It(t,e(0),e).split("e"),s=r.slice(1).padStart(2,"0\
");
return\`\${o}e\${r[0]}\${s}\`}function O(t,n=6){if(!Number.isFinite(t))return $(t);let e=W(t,n-1),[o,r]=e.split("e"\
),
s=Number(r);return s<-4||s>=n?\`\${Nt(o)}e\${r}\`:Nt(M(t,n-1-s))}function Nt(t){return t.includes(".")?t.replace(/\
\\.?0+$/,
""):t}function $(t){return Number.isNaN(t)?"nan":t>0?"inf":"-inf"}function It(t,n,e){if(Math.abs(t)>=1e21)retu\
rn n;
let[o,r]=n.split("e"),[s]=e(30).split("e");if(!/^50+$/.test(s.slice(s.length-30)))return n;let i=s.slice(0,s.l\
ength-
30).replace(/\\.$/,""),a=Number(i.at(-1))%2===0?i:o;return r===void 0?a:\`\${a}e\${r}\`}var Tt="use fewer component\
s (n_components), a larger reg_covar, or another start.",Ln={empty:(t,n)=>\`is empty\\
: its responsibilities sum to \${n} samples, so it has no mean and no covariance; use fewer components (n_compo\
\\
nents) or another start.\`,singular:({value:t=0,iteration:n},e)=>(t>0?\`has a covariance of which rounding leave\
\\
s no digits in some direction (smallest eigenvalue \${e}, far below the largest)\`:\`has a covariance that is not\
\\
 positive definite (smallest eigenvalue \${e}): it is flat in some direction, as when a component has shrunk on\
\\
to a single point or onto copies of one\`)+(n===void 0?".":\`; \${Tt}\`),rounded:(t,n)=>\`cannot be fitted: it is s\
\\
tretched over samples as far apart as \${n}, and beside such numbers rounding hides its spread in another direc\
\\
tion; rescale X, for instance by taking logarithms, or fit groups of samples one by one.\`,"negative eigenvalue\
":(t,n)=>\`\\
has a covariance that is not positive definite (smallest eigenvalue \${n}): no covariance has a negative one, s\
\\
o check how it was computed.\`,collapsed:()=>"has collapsed: it has no spread left beyond rounding, as when it \
\\
sits on a single point or on copies of one; "+Tt,"no density":()=>""};function K(t){if(t.kind==="no density")r\
eturn\`\\
sample \${t.sample} is so far from every component that its log-density is not a finite number: rescale X, or s\
\\
tart from means nearer to the data.\`;let{component:n,iteration:e}=t,o=e===0?" in the start of EM":\` in iterati\
\\
on \${e} of EM\`;return\`component \${n}\${e===void 0?"":o} \${Nn(t)}\`}function Nn(t){let{flatFeature:n,farSample:e}\
=t;
if(n){let{feature:o,level:r,constant:s}=n;return s?\`cannot be fitted: feature \${o} is constant, so no componen\
\\
t has a spread in it; remove this column of X.\`:\`cannot be fitted: feature \${o} is so far from 0, around \${O(r\
,
3)}, that rounding hides its spread; subtract its mean from this column of X.\`}if(e){let{sample:o,feature:r,di\
stance:s,
usual:i}=e;return\`cannot be fitted: sample \${o} is \${O(s,3)} away from the median of feature \${r}, where sampl\
\\
es are usually within \${O(i,3)} of it, and beside such numbers rounding hides an ordinary spread; correct or r\
\\
emove this sample, or rescale X, for instance by taking logarithms.\`}return Ln[t.kind](t,O(t.value??NaN,3))}va\
r L=class extends Error{constructor(n){
super(K(n)),this.failure=n}},N=class extends L{};var Et=Number.EPSILON,In=10*Et;function vt(t,n,e,o){let{X:r,N\
:s,D:i}=t;zn(n,e,i);let a=q(S(r,s,i,n,e,o),s,e);return Number.
isFinite(a)||Fn(S(r,s,i,n,e,o),s,e),a}function R(t,n,e,o,r=new Float64Array(w(e,t.D))){let{N:s,D:i}=t,a=Tn(n,s\
,
e),c=i===2?vn:En;for(let l=0;l<e;l++){r[l]=a[l]/s,c(t,n,e,l,a[l],r);let f=A(e,i,l);for(let p=0;p<i;p++,f+=p+1)\

r[f]+=o}return r}function Tn(t,n,e){let o=new Float64Array(e);for(let s=0;s<n*e;)for(let i=0;i<e;i++)o[i]+=t[s\
++];
let r=0;for(let s=1;s<e;s++)o[s]<o[r]&&(r=s);if(o[r]<In)throw new N({kind:"empty",component:r,value:o[r]});ret\
urn o}
function En({X:t,N:n,D:e},o,r,s,i,a){let c=new Float64Array(e);for(let u=0;u<n;u++){let h=o[u*r+s];for(let d=0\
;d<
e;d++)c[d]+=h*t[u*e+d]}for(let u=0;u<e;u++)c[u]/=i;let l=new Float64Array(e),f=new Float64Array(e),p=new Float\
64Array(
e*(e+1)/2);for(let u=0;u<n;u++){let h=o[u*r+s];for(let d=0,P=0;d<e;d++){l[d]=t[u*e+d]-c[d];let y=h*l[d];f[d]+=\

y;for(let x=0;x<=d;x++)p[P++]+=y*l[x]}}let m=A(r,e,s);for(let u=0,h=0;u<e;u++){f[u]/=i,a[r+s*e+u]=c[u]+f[u];fo\
r(let d=0;d<=
u;d++)a[m++]=p[h++]/i-f[u]*f[d]}}function vn({X:t,N:n},e,o,r,s,i){let a=0,c=0;for(let d=0,P=r;d<n;d++,P+=o)a+=\

e[P]*t[2*d],c+=e[P]*t[2*d+1];a/=s,c/=s;let[l,f,p,m,u]=[0,0,0,0,0];for(let d=0,P=r;d<n;d++,P+=o){let y=t[2*d]-a\
,
x=t[2*d+1]-c,I=e[P]*y,ht=e[P]*x;l+=I,f+=ht,p+=I*y,m+=I*x,u+=ht*x}l/=s,f/=s;let h=A(o,2,r);i[o+2*r]=a+l,i[o+2*r\
+
1]=c+f,i[h]=p/s-l*l,i[h+1]=m/s-l*f,i[h+2]=u/s-f*f}function zn(t,n,e){for(let o=0;o<n;o++){let r=b(t,n,e,o);if(\
kn(
r,e))continue;let[s,i]=dt(r,e),a=s<-1e-8*Math.abs(i)?"negative eigenvalue":"singular";throw new N({kind:a,comp\
onent:o,
value:s})}}function kn(t,n){let e=z(t,n);if(!e)return!1;for(let o=0;o<n*n;o+=n+1)if(!(e[o]*e[o]>10*n*Et*t[o]))\

return!1;return!0}function Fn(t,n,e){for(let o=0;o<n;o++){let r=t.subarray(o*e,(o+1)*e);if(!Number.isFinite(Ma\
th.
max(...r)))throw new L({kind:"no density",component:-1,sample:o})}}var Sn=500,jn=1e-6,qn=1e-6,Cn=.001,G=64,Z=n\
ew WeakMap;function X(t,n,e,{regCovar:o=qn,tol:r=jn,maxIter:s=Sn}={}){
let{N:i,D:a}=t,c=new Float64Array(G*n.length);c.set(n);let l={data:t,options:{regCovar:o,tol:r,maxIter:s},resp\
onsibilities:new Float64Array(
i*e),params:c,nll:new Float64Array(G),n:1},f={K:e,D:a,params:c.subarray(0,n.length),nll:l.nll.subarray(0,0),en\
ded:"\\
running",last:0,failure:null,message:"",rises:[]};return Z.set(f,l),f}function V(t,n=1/0){let e=Z.get(t);if(t.\

ended!=="running"||!e)return t;t.nll.length===0&&zt(t,e);do t.ended==="running"&&Rn(t,e)&&zt(t,e);while(t.ende\
d===
"running"&&(n===1/0||performance.now()<n));return Bn(t,e),t.ended!=="running"&&Z.delete(t),t}function zt(t,{da\
ta:n,options:e,responsibilities:o,params:r,nll:s,n:i}){let a=w(t.K,t.D),c=r.subarray((i-1)*a,
i*a);try{s[i-1]=vt(n,c,t.K,o)}catch(f){s[i-1]=NaN,Ft(t,n,c,i-1,f);return}t.last=2*i-1;let l=i>1?s[i-1]-s[i-2]:\

0;l>Cn+1e-9*Math.abs(s[i-2])&&t.rises.push(2*i-2),i>1&&Math.abs(l)<e.tol?t.ended="converged":i>e.maxIter&&(t.e\
nded=
"max_iter"),t.ended!=="running"&&(t.last=Math.max(2*i-2,1))}function Rn(t,n){let{data:e,options:o,responsibili\
ties:r,
n:s}=n,i=w(t.K,t.D);Gn(n,i);let a=n.params.subarray((s-1)*i,s*i),c=n.params.subarray(s*i,(s+1)*i);try{R(e,r,t.\

K,o.regCovar,c),a=c;let l=xt(c,t.K,t.D);if(l>=0)throw new N({kind:"collapsed",component:l})}catch(l){return Ft\
(
t,e,a,s,l),!1}return t.last+=1,n.n+=1,!0}function Ft(t,n,e,o,r){if(!(r instanceof L))throw r;t.ended="failed",\

t.last+=1,t.failure=bt(r.failure,n,e,t.K,o);let s=K(t.failure);t.message=t.failure.kind==="no density"?s:s[0].\

toUpperCase()+s.slice(1)}function Gn(t,n){t.n<t.nll.length||(t.params=kt(t.params,t.params.length+G*n),t.nll=k\
t(
t.nll,t.nll.length+G))}function kt(t,n){let e=new Float64Array(n);return e.set(t),e}function Bn(t,{params:n,nl\
l:e,
n:o}){t.params=n.subarray(0,o*w(t.K,t.D)),t.nll=e.subarray(0,o)}var St=.01,D=1e-6,Un=1e-13,Hn=2**-1022;functio\
n jt(t,n,e,o,r=tt(e,o)){let{N:s,D:i}=e,a=null;for(let c=0;c<n;c++){
let{values:l,vectors:f}=k(b(t,n,i,c),i);if(!(l[i-1]*Un>o))for(let p=0;p<i;p++){let m=Jn(r,f,i,p);!(Math.abs(l[\
p]-
o)<=St*Math.min(o,St*m))||!(m>10*D*o)||(!a||l[p]<a.variance)&&(a={variance:l[p],k:c})}}return a?{component:a.k\
,
nSamples:t[a.k]*s,deviation:Math.sqrt(a.variance)}:null}function qt({component:t,nSamples:n,deviation:e}){retu\
rn\`\\
Collapsed: the covariance of component \${t}, which holds \${M(n,1)} samples, has a standard deviation of \${O(e,\

2)} in its narrowest direction, hardly more than reg_covar adds, so its likelihood is meaningless.\`}function t\
t({
X:t,N:n,D:e},o){let r=new Float64Array(e);for(let c=0;c<n*e;c++)r[c%e]+=t[c]/n;let s=new Float64Array(e*e);for\
(let c=0;c<
n;c++)for(let l=0;l<e;l++)for(let f=0;f<=l;f++)s[l*e+f]+=(t[c*e+l]-r[l])*(t[c*e+f]-r[f])/n;let i=new Float64Ar\
ray(
e),a=0;for(let c=0;c<e;c++)a=Math.max(a,Math.sqrt(s[c*e+c])),i[c]=Math.sqrt(Math.max(s[c*e+c],D*o+Hn));for(let\
 c=0;c<
e;c++)for(let l=0;l<=c;l++)s[c*e+l]=s[c*e+l]/i[c]/i[l]+(c===l?D:0);return{deviations:i,precision:pt(s,e),wides\
t:a}}
function Jn({deviations:t,precision:n},e,o,r){let s=0;for(let i=0;i<o;i++)for(let a=0;a<o;a++){let c=e[i*o+r]/\

t[i]*(e[a*o+r]/t[a]);s+=c*n[i*o+a]}return 1/s}var Yn=1,Qn=.1,_n=.001,Wn=.01,Rt="All components are the same Ga\
ussian: equal components get equal responsibil\\
ities, and the M-step makes them equal again.";function Gt(t,n,e){let o=tt(n,e),r=new Map([...t].map(([a,c])=>\
[
a,Zn(c,n,e,o)])),s=[...t.keys()].filter(a=>[null,"unfinished"].includes(r.get(a)?.status??null)),i=$n(t,s.leng\
th?
s:[...t.keys()]);return new Map([...t].map(([a,c])=>{let l=r.get(a);return[a,Kn(c,t.get(i),l,n,o.widest)]}))}f\
unction $n(t,n){
let e=r=>t.get(r)?.nll.at(-1)??NaN,o=r=>!Number.isNaN(e(r));return n.reduce((r,s)=>o(r)?e(s)<e(r)?s:r:o(s)?s:r\
,
n[0])}function Kn(t,n,{status:e,why:o},r,s){let i=t.nll.at(-1)??NaN,a=i-(n.nll.at(-1)??NaN),c=t.nll.length-1,l\
=(m,u)=>({
status:m,nll:i,gap:a,nIter:c,sentence:u});if(e==="collapsed"||e==="failed")return l(e,o);if(a>Yn){let m=\`NLL \$\
{M(
i,2)}, \${M(a,2)} above the best run of this K\`,u=Xn(t,n,r,s);return e?l(e,\`\${o} \${m}. \${u}\`):l("poor",\`Poor: \$\
{m}\\
. \${u}\`)}if(e)return l(e,\`\${o} NLL \${M(i,2)}.\`);if(Bt(t,s))return l("poor",\`Poor: NLL \${M(i,2)}, whatever the \
\\
others are. \${Rt}\`);let f=a<=Qn?"as good as the best":\`\${M(a,2)} above the best\`,p=t===n?\`the best run of K = \
\${t.
K} so far\`:f;return l("good",\`Good: NLL \${M(i,2)}, \${p}; converged after \${c} iterations.\`)}function Zn(t,n,e,\
o){
if(t.ended==="failed")return{status:t.failure?.kind==="collapsed"?"collapsed":"failed",why:t.message};let r=jt\
(
B(t),t.K,n,e,o);if(r)return{status:"collapsed",why:qt(r)};if(t.ended==="converged")return{status:null,why:""};\

let s=t.nll.length-1,i=s>0?Math.abs(t.nll[s]-t.nll[s-1]):0;return{status:"unfinished",why:\`Not converged after\
\\
 \${s} iterations: the NLL still changed by \${W(i,1)} in the last one.\`}}function B({K:t,D:n,params:e}){return \
e.
subarray(e.length-w(t,n))}function Xn(t,n,e,o){if(Bt(t,o))return Rt;let{K:r}=t,s=Vn(n,t,e),i=s.map(m=>m.map(u=\
>u/
Math.max(Ct(m),1e-12))),a=Array.from({length:r},(m,u)=>Math.max(Ct(s.map(h=>h[u])),1e-12)),l=s.map((m,u)=>Ut(r\
,
h=>m[h]/a[h]>.5&&i[u][h]>Wn)).filter(m=>m.length>1),f=new Set(l.flat()),p=l.map(m=>\`\${Dn(m)} share one cluster\
\\
 of the best run\`);for(let m=0;m<r;m++){let u=i.filter(h=>h[m]>.5).length;u>1&&!f.has(m)&&p.push(\`component \${\
m}\\
 covers \${u} of its clusters\`)}return p.length?p.map(m=>\`\${m[0].toUpperCase()}\${m.slice(1)}.\`).join(" "):"No c\
\\
omponent matches a single cluster of the best run: the data are partitioned differently."}function Vn(t,n,{X:e\
,
N:o,D:r}){let[s,i]=[t,n].map(c=>{let l=S(e,o,r,B(c),c.K,new Float64Array(o*c.K));return q(l,o,c.K),l}),a=Array\
.
from({length:t.K},()=>new Array(n.K).fill(0));for(let c=0;c<o;c++)for(let l=0;l<t.K;l++)for(let f=0;f<n.K;f++)\

a[l][f]+=s[c*t.K+l]*i[c*n.K+f];return a}function Bt(t,n){let{K:e,D:o}=t;return e<2?!1:Ut(e-1,r=>{let[s,i]=[T(B\
(
t),e,o,r),T(B(t),e,o,r+1)];return s.some((a,c)=>!(Math.abs(a-i[c])<=_n*n))}).length===0}function Dn(t){return\`\
\\
components \${t.slice(0,-1).join(", ")} and \${t[t.length-1]}\`}function Ct(t){return t.reduce((n,e)=>n+e,0)}func\
tion Ut(t,n){
return Array.from({length:t},(e,o)=>o).filter(n)}function Jt(t,n){let e=ne(te(t)),o=Yt(2337405405,1492356589);\
return Uint32Array.from({length:n},(r,s)=>o(e[s%4]))}
function te(t){let n=[];for(let e=BigInt(t);e>0n;e>>=32n)n.push(Number(e&0xffffffffn));return n}function ne(t)\
{
let n=Yt(1135663077,2468251765),e=Uint32Array.from({length:4},(o,r)=>n(t[r]??0));for(let o=0;o<4;o++)for(let r\
=0;r<
4;r++)o!==r&&(e[r]=Ht(e[r],n(e[o])));for(let o of t.slice(4))for(let r=0;r<4;r++)e[r]=Ht(e[r],n(o));return e}f\
unction Yt(t,n){
return e=>{let o=Math.imul(t,n),r=Math.imul(e^t,o);return t=o,r^r>>>16}}function Ht(t,n){let e=Math.imul(33891\
27133,
t)-Math.imul(1232336661,n)|0;return e^e>>>16}var Wt=6,ot=22,g=2**ot,Qt=2**(128-(Wt-1)*ot),ee=et(0x2360ed051fc6\
5da44385df649fccf645n),[E,j,U,nt,_t,oe]=ee,H=class{constructor(n){
let e=Jt(n,8),o=i=>BigInt(e[i+1])<<32n|BigInt(e[i]),r=o(0)<<64n|o(2),s=o(4)<<65n|o(6)<<1n|1n;this.increment=et\
(
s),this.state=et(s+r),this.high=0,this.low=0,this.spare=-1,this._step()}next64(){this._step();let n=this.state\
,
[e,o,r,s,i,a]=[n[0],n[1],n[2],n[3],n[4],n[5]],c=e^o<<22^r>>>20^s<<2^i<<24,l=o>>>10^r<<12^i>>>8^a<<14,f=a>>>12&\

63,[p,m]=f&32?[c,l]:[l,c],u=f&31;this.high=u?(p>>>u|m<<32-u)>>>0:p>>>0,this.low=u?(m>>>u|p<<32-u)>>>0:m>>>0}ne\
xt32(){
if(this.spare>=0){let n=this.spare;return this.spare=-1,n}return this.next64(),this.spare=this.high,this.low}r\
andom(){
return this.next64(),(this.high*2**21+(this.low>>>11))*2**-53}_step(){let{state:n,increment:e}=this,[o,r,s,i,a\
,
c]=[n[0],n[1],n[2],n[3],n[4],n[5]],l=e[0]+o*E,f=Math.floor(l/g);n[0]=l-f*g,l=f+e[1]+o*j+r*E,f=Math.floor(l/g),\

n[1]=l-f*g,l=f+e[2]+o*U+r*j+s*E,f=Math.floor(l/g),n[2]=l-f*g,l=f+e[3]+o*nt+r*U+s*j+i*E,f=Math.floor(l/g),n[3]=\

l-f*g,l=f+e[4]+o*_t+r*nt+s*U+i*j+a*E,f=Math.floor(l/g),n[4]=l-f*g,l=f+e[5]+o*oe+r*_t+s*nt+i*U+a*j+c*E,f=Math.f\
loor(
l/Qt),n[5]=l-f*Qt}};function et(t){let n=BigInt.asUintN(128,t);return Float64Array.from({length:Wt},(e,o)=>Num\
ber(
n>>BigInt(ot*o)&BigInt(g-1)))}var $t="edkVeDtJzzzG9v3jC42LPLRbLDyvUJI8YTtEOLl8lTwMpy/o/AGYPLzQTC4MI5o892E4L00A\
nDx0cnRaL6ydPMPVTC1IMp88rbuOJz\\
JNoDxDXQI7BfWgPHc2QZemkqE89Rp6j6InojyA2GM4LrWiPPWRV8A/PKM8L7GiwZ69ozxVm/+N7zmkPKf+PTa7saQ8dNMaYnUlpTyWzgengJWl\
\\
POp+2c8xAqY8PXyjYdJrpjxwBQCSotKmPKb4RtPaNqc8dyqzEK2YpzxD9UatRfinPHcKQ1PMVag8mnZ7nmSxqDyYz06pLgupPOoeLIJHY6k8Rs\
\\
U4jsm5qTwsp6TczA6qPFnNd21nYqo8MBYQbq20qjycbBNtsQWrPCl6QoeEVas8Op9Sjjakqzwygr8q1vGrPPNOWflwPqw8YTsypROKrDyLJnL+\
\\
ydSsPEi3gA6fHq08EB/kKZ1nrTzDuCMAzq+tPFN28ak69608/u3Stes9rjwAb3oz6YOuPM6C+b06ya48JmLwhOcNrzyI9thU9lGvPK7Xh55tla\
\\
88rC76fVPYrzzsNELgVg2wPJqPOfVALrA8/KUWnupOsDwQoHJbVm+wPAv0cZCGj7A8E2G8hH2vsDx/zEtmPc+wPGsIFkvI7rA87hWVMiAOsTy+\
\\
DzEHRy2xPEGRjp8+TLE8HiDEvwhrsTw02ngap4mxPIht7lEbqLE8yyr4+GbGsTwu1OCTi+SxPJ+gQJmKArI86cbEcmUgsjwfw+l9HT6yPPtrqQ\
\\
y0W7I8f9MdZip5sjwb1xnHgZayPNouuGK7s7I8U7jhYtjQsjyOqcvo2e2yPNdIbg3BCrM8MLn04Y4nszyhXiZwRESzPNVSyrriYLM8algFvmp9\
\\
szxksrJv3ZmzPAM9uL87trM84B1WmIbSszyDWnLevu6zPHSe4HHlCrQ8XXSmLfsmtDykMDzoAEO0PF3HynP3XrQ8NsNmnt96tDwvj0gyupa0PF\
\\
1BAvaHsrQ83BGzrEnOtDwFpjgWAOq0PGJVXu+rBbU8WosK8k0htTxPZmrV5jy1PMiyG053WLU8eF9VDgB0tTwUhQ7GgY+1PFkbJCP9qrU8PXN9\
\\
0XLGtTzTjC974+G1PDhen8hP/bU8wx+jYLgYtjyisKLoHTS2PAsmtwSBT7Y8cpbJV+Jqtjw3MbGDQoa2PLGyUCmiobY8u0Oz6AG9tjxS0yhhYt\
\\
i2PFT4YTHE87Y862iL9ycPtzzGFGlRjiq3PNzucNz3Rbc8H3PlNWVhtzxJ9O/61ny3PJO9ushNmLc8CRSLPMqztzz7ItvzTM+3POfec4zW6rc8\
\\
H+qGpGcGuDx2hsjaACK4PBWfic6iPbg8vfXRH05ZuDzFfnpvA3W4PC33R1/DkLg8Q8AFko6suDycDKGrZci4PCdqRFFJ5Lg8j7VzKToAuTxHgy\
\\
jcOBy5PPwK7xJGOLk8iqIDeWJUuTzu1XC7jnC5PDEqLonLjLk8v5k/kxmpuTws2dWMecW5PBF0byvs4bk8StL6JnL+uTySNvk5DBu6PFvIoiG7\
\\
N7o8iLsLnn9UujykqUpyWnG6PD0xoGRMjro8CPGfPlarujzO9VrNeMi6PDazi+G05bo8GqHDTwsDuzxbmJrwfCC7PAAM4KAKPrs8Az3OQbVbuz\
\\
wniT+5fXm7PDz35fFkl7s8biWF22u1uzyiwC5rk9O7PIOugZvc8bs8oBbsbEgQvDwtevDl1y68PBwNbhOMTbw8BYfsCGZsvDwXpuvgZou8PKui\
\\
Nr2Pqrw8kNY7x+HJvDw34GgwXum8PG6PizIGCb08IO83ENsovTxHxjMV3ki9PCPx55YQab08pfvX9HOJvTxwbiCZCaq9PA5J/PjSyr08Ny5Sld\
\\
HrvTwc0kn7Bg2+PPZG6sR0Lr48iNHBmRxQvjwl/pcvAHK+PAq/KkshlL48CG/3wIG2vjw6pxB2I9m+PKnsAWEI/L48IVPCijIfvzxtTbcPpEK/\
\\
PGgBySBfZr88gpeJBGaKvzy/InEYu66/PIXnL9Jg0788C/YYwVn4vzx1oNNH1A7APEfJjwKoIcA8qwKpg6k0wDzH9T5O2kfAPH6zrfY7W8A8aC\
\\
anI9BuwDwXLmOPmILAPFSi6AiXlsA8xMBxdc2qwDxI1O7RPb/APDA9qjTq08A8k2URz9TowDy2n6bv//3APEFwIARuE8E8NV27myEpwTxtCcRp\
\\
HT/BPDsuYEhkVcE88+6dO/lrwTxhEtJ034LBPKzrTlYamsE8ji9/d62xwTyUpnGpnMnBPDmu5Pvr4cE8Adniwp/6wTyBzASdvBPCPO7Tb3pHLc\
\\
I8JJyspEVHwjzgWHbHvGHCPC5ZqPqyfMI8eA53zS6YwjxSCipTN7TCPJfbljHU0MI89XipsQ3uwjzurlbS7AvDPKOkaF57KsM8oxKuBcRJwzxA\
\\
qDN60mnDPApBVpKzisM8+oiucHWswzymBBezJ8/DPHX0YKrb8sM82uW5nKQXxDyUXlQVmD3EPBU6p0TOZMQ8vEOcdWKNxDwnWmudc7fEPAKJzQ\
\\
0l48Q8QazpU58QxTxCfjpSEUDFPBvkSqmxccU82Y1xi8ClxTz+0DokitzFPEwehs9pFsY86moAe85TxjzD5Z++QJXGPDLiCY1r28Y8NHpf8Cgn\
\\
xzxzBglWlXnHPIzO1vQt1Mc8NPIpBQM5yDwUfKq/D6vIPJZEb5TgLsk8q1dAAe7LyTxad5R43I/KPLH9eDgfmMs8M60JgrQ7zTw=",Kt="wV2/\
\\
lOxk0TwZQV2LnVhgPCtNW0my1mo8uo1bqTWTcTxzKkrl5iJ1PIB6wvuQUHg8zLd579E4ezyYvW232Ox9PDxcxknwO4A8cPbWJNtwgTwzJtqQAp\
\\
iCPMpuPf6Is4M8If4LxhXFhDzDSgKd+M2FPL0rp/BAz4Y8GdAX2s3JhzxvYNNUWb6IPNI3IlWArYk8A1JdvsiXijzEo93dpX2LPIk/jNd7X4w8\
\\
NnzxTaI9jTxac/F4ZhiOPKpPX88M8I48CTJoXdLEjzxYdWrtdkuQPPyAm0dIs5A8r/VJh/MZkTyg30vrjH+RPOdJPukm5JE8Lv84ZdJHkjwLaC\
\\
PhnqqSPEvaJqWaDJM8AoJt4tJtkzygYiHRU86TPEhncMooLpQ8Euc1X1yNlDyTC81r+OuUPE1veCkGSpU8/b64PY6nlTzPLt3HmASWPOBoDG0t\
\\
YZY8RKn6YlO9ljy7kHl5ERmXPHN5ByNudJc8coF+fG/PlzyZ1f5TGyqYPOzhKy93hJg8KsXQUIjemDxEov29UziZPDgTrULekZk8vwP/dSzrmT\
\\
xKiBS+QkSaPGHSllMlnZo8ySTyRNj1mjybl0x5X06bPImPP7O+pps8mf5Zk/n+mzyf0nCaE1ecPNtawisQr5w8++bwjvIGnTyNa9jxvV6dPFeQ\
\\
Qmp1tp08/jF89xsOnjxEEM+DtGWePGIb4uVBvZ48n5QC4sYUnzy1/lcrRmyfPKGpBGXCw5882TyaEZ8NoDxisQ32XTmgPPh2chwfZaA8cgBLu+\
\\
OQoDw3AXEDrbygPGYveiB86KA8FawXOVIUoTy+fXBvMEChPPt/d+EXbKE8liM9qQmYoTyDUj3dBsShPOLEqZAQ8KE8BQ6x0yccojwpo8KzTUii\
\\
PJ8Y0DuDdKI8qs2LdMmgojxdO6VkIc2iPCEXAxGM+aI8EXb7fAomozyhG4qqnVKjPPAahZpGf6M8/O/PTAasozxtM43A3dijPMQJT/TNBaQ80G\
\\
xG5tcypDynbHGU/F+kPMSDyPw8jaQ8pBhrHZq6pDzqRcv0FOikPPsA2YGuFaU8+LUsxGdDpTwnbzG8QXGlPPmcTms9n6U8NZMR1FvNpTwmz1b6\
\\
nfulPC4ac+MEKqY8jJtclpFYpjzu69MbRYemPN88jX4gtqY8CKZZyyTlpjz7qVARUxSnPBwE+mGsQ6c8MNF30TFzpzwKJLF25KKnPPcXfWvF0q\
\\
c8d3LOzNUCqDwq5t+6FjOoPOcIYVmJY6g8VA+kzy6UqDyUYMxICMWoPBMV/vMW9qg84XOOBFwnqTyKgjWy2FipPPS7QDmOiqk8XQPH2n28qTxR\
\\
6d3cqO6pPC1Z0IoQIao8kMZWNbZTqjwP89Aym4aqPHplgd/Auao8/6zKnSjtqjy1i27W0yCrPEIlz/jDVKs8tk8ye/qIqzwQJgfbeL2rPIX9LZ\
\\
1A8qs8LeBCTlMnrDykseqCslysPPsjI9hfkqw8bKWV81zIrDyAce2Dq/6sPK3yMEFNNa08/qMe7UNsrTwKpY1TkaOtPH810ko32608m1AmtDcT\
\\
rjxSpBZ8lEuuPH8j9JpPhK48eHZKFWu9rjxokVv86PauPH+8oG7LMK880F5RmBRrrzzl4e+zxqWvPNgJ3Qrk4K881BH5ejcOsDwbORHvNCywPK\
\\
Mkkp5rSrA82yYRz9xosDwPrTrPiYewPBnIM/dzprA8b5QAqZzFsDy3z+9QBeWwPM7vC2avBLE8ShWSapwksTwrOm/szUSxPMEExIVFZbE8nq5v\
\\
3QSGsTwgeKKnDaexPFoqeKZhyLE8cDObqgLqsTyi9PCT8guyPFDlT1IzLrI8ujtA5sZQsjym2sdhr3OyPCtTQunulrI8UdtFtIe6sjxwLZYOfN\
\\
6yPGVZJlnOArM80KcqC4EnszxlyTuzlkyzPFaojPgRcrM8Q1E0nPWXszyDi416RL6zPNDerYwB5bM8re716S8MtDz4Qr3J0jO0PCzJG4XtW7Q8\
\\
MpTTmIOEtDxMoV2nmK20PCexHHsw17Q8CJW5CE8BtTyyqqxx+Cu1PFqn+AYxV7U8YUQbTP2CtTwH4Tj6Ya+1PJ69iANk3LU8eRgIlwgKtjyULn\
\\
skVTi2PDL0w2BPZ7Y87kiXSv2Wtjwee5ovZce2PAcl9LGN+LY8GNJczn0qtzzDcb3iPF23PPlxa7XSkLc803YUfUfFtzwSFG7po/q3PMO+wCzx\
\\
MLg8QnNoBjlouDyrW2nOhaC4PJU2O4Li2bg8RHXz0loUuTwOKvw0+0+5PNgajfHQjLk86tkkOurKuTx48Uk+Vgq6PDtM6EMlS7o86oatwmiNuj\
\\
zERdiCM9G6PAq2A8CZFrs8D+qRULFduzxe2nbSkaa7PHfvS95U8bs8p+DCQRY+vDz0yMhC9Iy8PH+p8uwP3rw8xTgna40xvTzsO+xvlIe9PJ/x\
\\
Tq9Q4L08YAkZbvI7vjzBg/Mqr5q+PErqUGfC/L48p/eRl25ivzzlxvZD/su/PC7sYrPiHMA87471ixFWwDxOpcvNwZHAPKBIXXgx0MA8ppJDA6\
\\
gRwTwqRHVneFbBPNbCs7wDn8E8fPrJoLzrwTyfkVm2Kz3CPKWqSa71k8I88BFEiuPwwjxe98wn7lTDPGG4yMdOwcM8YhPkZpc3xDzRUUfN17nE\
\\
PPZzzzzYSsU80hNz4XruxTxyv0ttZ6rGPC/G6tZQh8c8Ge3y5p+TyDyFe0gN3OnJPPxx2lGew8s8g7t+KdnJzjw=";var re=3.65415288536\
1009,se=.2736612373297583,ie=7.69711747013105,rt=Dt($t,2**52,t=>Math.exp(-.5*t*t)),st=Dt(Kt,
2**53,t=>Math.exp(-t));function Zt(t){for(;;){t.next64();let{high:n,low:e}=t,o=e&255,r=(n&536870911)*2**23+(e>\
>>
9),s=r*rt.width[o]*(e&256?-1:1);if(r<rt.sure[o])return s;if(o===0)return ae(t)*(e&131072?-1:1);if(Vt(rt,o,t)<M\
ath.
exp(-.5*s*s))return s}}function Xt(t){for(;;){t.next64();let{high:n,low:e}=t,o=e>>>3&255,r=n*2**21+(e>>>11),s=\
r*
st.width[o];if(r<st.sure[o])return s;if(o===0)return ie-Math.log1p(-t.random());if(Vt(st,o,t)<Math.exp(-s))ret\
urn s}}
function ae(t){for(;;){let n=-se*Math.log1p(-t.random()),e=-Math.log1p(-t.random());if(e+e>n*n)return re+n}}fu\
nction Vt({
height:t},n,e){return(t[n-1]-t[n])*e.random()+t[n]}function Dt(t,n,e){let o=Uint8Array.from(atob(t),c=>c.charC\
odeAt(
0)),r=new Float64Array(o.buffer),s=r.map((c,l)=>l===0?1:e(c*n)),i=c=>c===0?r[255]:c===1?0:r[c-1],a=r.map((c,l)\
=>Math.
floor(i(l)/c*n));return{width:r,sure:a,height:s}}function tn(t){return new it(t)}var it=class{constructor(n){t\
his.bits=new H(n)}random(){return this.bits.random()}integers(n){
if(n===1)return 0;let e=this.bits.next32(),o=Math.imul(e,n)>>>0;if(o<n){let r=4294967296%n;for(;o<r;)e=this.bi\
ts.
next32(),o=Math.imul(e,n)>>>0}return Math.round((e*n-o)/2**32)}permutation(n){let e=Int32Array.from({length:n}\
,
(o,r)=>r);for(let o=n-1;o>0;o--){let r=2**(32-Math.clz32(o))-1,s=o+1;for(;s>o;)s=this.bits.next32()&r;[e[o],e[\
s]]=
[e[s],e[o]]}return e}choice(n,e){let o=new Float64Array(n),r=0;for(let i=0;i<n;i++)o[i]=r+=e[i];let s=this.ran\
dom();
return o.findIndex(i=>i/r>s)}standardNormal(n){return new Float64Array(n).map(()=>Zt(this.bits))}standardExpon\
ential(n){
return new Float64Array(n).map(()=>Xt(this.bits))}dirichletOfOnes(n,e){let o=this.standardExponential(e*n);for\
(let r=0;r<
o.length;r+=n){let s=0;for(let a=0;a<n;a++)s+=o[r+a];let i=1/s;for(let a=0;a<n;a++)o[r+a]*=i}return o}};functi\
on v(t,n=0,e=t.length-n){if(e>128){let i=Math.floor(e/2),a=i-i%8;return v(t,n,a)+v(t,n+a,e-a)}let o=n+e,
r=0,s=n;if(e>=8){let i=t.slice(s,s+8);for(s+=8;s+8<=o;s+=8)for(let d=0;d<8;d++)i[d]+=t[s+d];let[a,c,l,f,p,m,u,\

h]=i;r=a+c+(l+f)+(p+m+(u+h))}for(;s<o;s++)r+=t[s];return r}function at(t,n){if(n===1)return Float64Array.of(v(\

t));let e=new Float64Array(n);for(let o=0;o<t.length;o+=n)for(let r=0;r<n;r++)e[r]+=t[o+r];return e}var ce=4*N\
umber.EPSILON;function J({X:t,N:n,D:e}){let o=at(t,e).map(a=>a/n),r=t.map((a,c)=>(a-o[c%e])**2),s=t.
slice(0,e),i=t.slice(0,e);for(let a=0;a<n*e;a++)s[a%e]=Math.min(s[a%e],t[a]),i[a%e]=Math.max(i[a%e],t[a]);retu\
rn at(
r,e).map((a,c)=>!(i[c]-s[c]<=ce*Math.max(Math.abs(s[c]),Math.abs(i[c])))&&a/n>0?a/n:1)}var ct={"random points"\
:le,"k-means++":fe,"random responsibilities":ue,identity:me,"all means equal":he};function en(t,n,e,o,r=null){\

if(nn(e,"n_components",1),!Object.hasOwn(ct,t))throw new RangeError(\`no start is called '\${t}': choose one of \
\${Object.
keys(ct).join(", ")}.\`);if(nn(o,"seed",0),e>n.N)throw new RangeError(\`n_components=\${e} is more than the \${n.N\
}\\
 samples: use at most \${n.N} components or more data.\`);return r&&t==="identity"&&o===0&&Pt(r.length,n.D)===e?\

r.slice():ct[t](n,e,tn(o))}function nn(t,n,e){if(!(Number.isSafeInteger(t)&&t>=e))throw new RangeError(\`\${n} i\
\\
s \${t}, expected an int of at least \${e}.\`)}function le(t,n,e){return ft(t,lt(t,e.permutation(t.N).subarray(0,\

n)))}function fe(t,n,e){let{X:o,N:r,D:s}=t,i=J(t).map(Math.sqrt),a=o.map((p,m)=>p/i[m%s]),c=[e.integers(r)],l=\
new Float64Array(
r).fill(1/0),f=new Float64Array(s);for(;c.length<n;){let p=c[c.length-1]*s;for(let u=0;u<r;u++){for(let h=0;h<\

s;h++)f[h]=(a[u*s+h]-a[p+h])**2;l[u]=Math.min(l[u],v(f))}let m=v(l);if(m>0){let u=l.map(h=>h/m);c.push(e.choic\
e(
r,u))}else{let u=Array.from({length:r},(h,d)=>d).filter(h=>!c.includes(h));c.push(u[e.integers(u.length)])}}re\
turn ft(
t,lt(t,c))}function ue(t,n,e){let o=R(t,e.dirichletOfOnes(n,t.N),n,0),r=J(t);return rn(o,n,t.D,s=>.001*r[s]),o\
}
function me({D:t},n,e){return on(e.standardNormal(n*t),new Float64Array(t).fill(1))}function he(t,n,e){let o=e\
.
integers(t.N);return ft(t,lt(t,Array(n).fill(o)))}function lt({X:t,D:n},e){return Float64Array.from({length:e.\

length*n},(o,r)=>t[e[Math.floor(r/n)]*n+r%n])}function ft(t,n){return on(n,J(t))}function on(t,n){let e=n.leng\
th,
o=t.length/e,r=new Float64Array(w(o,e)).fill(1/o,0,o);return r.set(t,o),rn(r,o,e,s=>n[s]),r}function rn(t,n,e,\
o){
let r=n+n*e;for(let s=0;s<n;s++)for(let i=0;i<e;i++)t[r+i]+=o(i),r+=i+1}var sn="own start";function an(t,n){le\
t e=t.n_components;if(t.start===sn){if(t.own_start.length===w(e,n.D))return Float64Array.from(
t.own_start);throw new Error(\`your own start does not have \${e} components of \${n.D} features: drag a mean to \
\\
make a new one, or choose another start.\`)}return en(t.start,n,e,t.seed,n.start)}var Y=class{constructor(n){th\
is.tell=n,this.data=null,this.running=null,this.table=null}take(n){if(n.kind==="d\\
ata")this.data=n.data,this.running=this.table=null;else if(n.kind==="stop")this[n.what==="run"?"running":"tabl\
\\
e"]=null;else if(this.data&&n.kind==="run"){let{key:e,K:o,row:r,regCovar:s,maxIter:i}=n;this.running={key:e,ru\
n:X(
this.data,r,o,{regCovar:s,maxIter:i})}}else this.data&&n.kind==="table"&&(this.table=new ut(n,this.data))}get \
isIdle(){
return!this.running&&!this.table}work(n){let e=performance.now()+n;for(this.running&&this._workOnRun(e);!this.\

running&&this.table&&performance.now()<e;)this._workOnTable(e)}_workOnRun(n){if(!this.running)return;let{key:e\
,
run:o}=this.running;V(o,n),o.ended!=="running"&&(this.running=null),this.tell({kind:"run",key:e,run:pe(o)})}_w\
orkOnTable(n){
let{table:e}=this;if(!e)return;let{key:o}=e.order;if(!e.open.length){this.table=null,this.tell({kind:"table",k\
ey:o});
return}let r=e.work(n);r&&this.tell({kind:"row",key:o,...r})}},ut=class{constructor(n,e){this.order=n,this.dat\
a=
e;let o=n.choice.n_components,r=[o,...n.counts.filter(s=>s!==o)];this.open=r.flatMap(s=>n.seeds.map(i=>({K:s,s\
eed:i}))),
this.ended=new Map,this.run=null}work(n){let{order:e,data:o}=this,{K:r,seed:s}=this.open[0],{reg_covar:i}=e.ch\
oice;
if(!this.run){if(r>o.N)return this.open.shift(),null;let l=an({...e.choice,n_components:r,seed:s},o);this.run=\

X(o,l,r,{regCovar:i,maxIter:e.maxIter})}let a=V(this.run,n);if(a.ended==="running")return null;let c=this.ende\
d.
get(r)??new Map;return this.ended.set(r,c.set(s,a)),this.run=null,this.open.shift(),{n_components:r,row:Gt(c,o\
,
i)}}};function pe(t){return{...t,params:t.params.slice(),nll:t.nll.slice(),rises:[...t.rises]}}var de=40,Q=new\
 Y(t=>self.postMessage(t)),mt=0;function cn(){Q.work(de),mt=Q.isIdle?0:setTimeout(cn)}self.onmessage=
({data:t})=>{Q.take(t),!mt&&!Q.isIdle&&(mt=setTimeout(cn))};})();
`;var ko=1,To=.1,_o=.001,Oo=.01,ps="All components are the same Gaussian: equal components get equal responsibil\
ities, and the M-step makes them equal again.";function ms(s,t,e){let n=Ae(t,e),r=new Map([...s].map(([a,l])=>[
a,Io(l,t,e,n)])),o=[...s.keys()].filter(a=>[null,"unfinished"].includes(r.get(a)?.status??null)),i=Eo(s,o.length?
o:[...s.keys()]);return new Map([...s].map(([a,l])=>{let c=r.get(a);return[a,Lo(l,s.get(i),c,t,n.widest)]}))}function Eo(s,t){
let e=r=>s.get(r)?.nll.at(-1)??NaN,n=r=>!Number.isNaN(e(r));return t.reduce((r,o)=>n(r)?e(o)<e(r)?o:r:n(o)?o:r,
t[0])}function Lo(s,t,{status:e,why:n},r,o){let i=s.nll.at(-1)??NaN,a=i-(t.nll.at(-1)??NaN),l=s.nll.length-1,c=(f,p)=>({
status:f,nll:i,gap:a,nIter:l,sentence:p});if(e==="collapsed"||e==="failed")return c(e,n);if(a>ko){let f=`NLL ${I(
i,2)}, ${I(a,2)} above the best run of this K`,p=So(s,t,r,o);return e?c(e,`${n} ${f}. ${p}`):c("poor",`Poor: ${f}\
. ${p}`)}if(e)return c(e,`${n} NLL ${I(i,2)}.`);if(ds(s,o))return c("poor",`Poor: NLL ${I(i,2)}, whatever the \
others are. ${ps}`);let h=a<=To?"as good as the best":`${I(a,2)} above the best`,u=s===t?`the best run of K = ${s.
K} so far`:h;return c("good",`Good: NLL ${I(i,2)}, ${u}; converged after ${l} iterations.`)}function Io(s,t,e,n){
if(s.ended==="failed")return{status:s.failure?.kind==="collapsed"?"collapsed":"failed",why:s.message};let r=Pt(
Zt(s),s.K,t,e,n);if(r)return{status:"collapsed",why:At(r)};if(s.ended==="converged")return{status:null,why:""};
let o=s.nll.length-1,i=o>0?Math.abs(s.nll[o]-s.nll[o-1]):0;return{status:"unfinished",why:`Not converged after\
 ${o} iterations: the NLL still changed by ${be(i,1)} in the last one.`}}function Zt({K:s,D:t,params:e}){return e.
subarray(e.length-A(s,t))}function So(s,t,e,n){if(ds(s,n))return ps;let{K:r}=s,o=zo(t,s,e),i=o.map(f=>f.map(p=>p/
Math.max(us(f),1e-12))),a=Array.from({length:r},(f,p)=>Math.max(us(o.map(m=>m[p])),1e-12)),c=o.map((f,p)=>gs(r,
m=>f[m]/a[m]>.5&&i[p][m]>Oo)).filter(f=>f.length>1),h=new Set(c.flat()),u=c.map(f=>`${Fo(f)} share one cluster\
 of the best run`);for(let f=0;f<r;f++){let p=i.filter(m=>m[f]>.5).length;p>1&&!h.has(f)&&u.push(`component ${f}\
 covers ${p} of its clusters`)}return u.length?u.map(f=>`${f[0].toUpperCase()}${f.slice(1)}.`).join(" "):"No c\
omponent matches a single cluster of the best run: the data are partitioned differently."}function zo(s,t,{X:e,
N:n,D:r}){let[o,i]=[s,t].map(l=>{let c=C(e,n,r,Zt(l),l.K,new Float64Array(n*l.K));return Q(c,n,l.K),c}),a=Array.
from({length:s.K},()=>new Array(t.K).fill(0));for(let l=0;l<n;l++)for(let c=0;c<s.K;c++)for(let h=0;h<t.K;h++)
a[c][h]+=o[l*s.K+c]*i[l*t.K+h];return a}function ds(s,t){let{K:e,D:n}=s;return e<2?!1:gs(e-1,r=>{let[o,i]=[_(Zt(
s),e,n,r),_(Zt(s),e,n,r+1)];return o.some((a,l)=>!(Math.abs(a-i[l])<=_o*t))}).length===0}function Fo(s){return`\
components ${s.slice(0,-1).join(", ")} and ${s[s.length-1]}`}function us(s){return s.reduce((t,e)=>t+e,0)}function gs(s,t){
return Array.from({length:s},(e,n)=>n).filter(t)}function ys(s,t){let e=jo(Co(s)),n=xs(2337405405,1492356589);return Uint32Array.from({length:t},(r,o)=>n(e[o%4]))}
function Co(s){let t=[];for(let e=BigInt(s);e>0n;e>>=32n)t.push(Number(e&0xffffffffn));return t}function jo(s){
let t=xs(1135663077,2468251765),e=Uint32Array.from({length:4},(n,r)=>t(s[r]??0));for(let n=0;n<4;n++)for(let r=0;r<
4;r++)n!==r&&(e[r]=ws(e[r],t(e[n])));for(let n of s.slice(4))for(let r=0;r<4;r++)e[r]=ws(e[r],t(n));return e}function xs(s,t){
return e=>{let n=Math.imul(s,t),r=Math.imul(e^s,n);return s=n,r^r>>>16}}function ws(s,t){let e=Math.imul(3389127133,
s)-Math.imul(1232336661,t)|0;return e^e>>>16}var Ps=6,$e=22,L=2**$e,bs=2**(128-(Ps-1)*$e),Ro=Re(0x2360ed051fc65da44385df649fccf645n),[V,dt,Vt,je,Ms,$o]=Ro,
te=class{constructor(t){let e=ys(t,8),n=i=>BigInt(e[i+1])<<32n|BigInt(e[i]),r=n(0)<<64n|n(2),o=n(4)<<65n|n(6)<<
1n|1n;this.increment=Re(o),this.state=Re(o+r),this.high=0,this.low=0,this.spare=-1,this._step()}next64(){this.
_step();let t=this.state,[e,n,r,o,i,a]=[t[0],t[1],t[2],t[3],t[4],t[5]],l=e^n<<22^r>>>20^o<<2^i<<24,c=n>>>10^r<<
12^i>>>8^a<<14,h=a>>>12&63,[u,f]=h&32?[l,c]:[c,l],p=h&31;this.high=p?(u>>>p|f<<32-p)>>>0:u>>>0,this.low=p?(f>>>
p|u<<32-p)>>>0:f>>>0}next32(){if(this.spare>=0){let t=this.spare;return this.spare=-1,t}return this.next64(),this.
spare=this.high,this.low}random(){return this.next64(),(this.high*2**21+(this.low>>>11))*2**-53}_step(){let{state:t,
increment:e}=this,[n,r,o,i,a,l]=[t[0],t[1],t[2],t[3],t[4],t[5]],c=e[0]+n*V,h=Math.floor(c/L);t[0]=c-h*L,c=h+e[1]+
n*dt+r*V,h=Math.floor(c/L),t[1]=c-h*L,c=h+e[2]+n*Vt+r*dt+o*V,h=Math.floor(c/L),t[2]=c-h*L,c=h+e[3]+n*je+r*Vt+o*
dt+i*V,h=Math.floor(c/L),t[3]=c-h*L,c=h+e[4]+n*Ms+r*je+o*Vt+i*dt+a*V,h=Math.floor(c/L),t[4]=c-h*L,c=h+e[5]+n*$o+
r*Ms+o*je+i*Vt+a*dt+l*V,h=Math.floor(c/bs),t[5]=c-h*bs}};function Re(s){let t=BigInt.asUintN(128,s);return Float64Array.
from({length:Ps},(e,n)=>Number(t>>BigInt($e*n)&BigInt(L-1)))}var As="edkVeDtJzzzG9v3jC42LPLRbLDyvUJI8YTtEOLl8lTwMpy/o/AGYPLzQTC4MI5o892E4L00AnDx0cnRaL6ydPMPVTC1IMp88rbuOJz\
JNoDxDXQI7BfWgPHc2QZemkqE89Rp6j6InojyA2GM4LrWiPPWRV8A/PKM8L7GiwZ69ozxVm/+N7zmkPKf+PTa7saQ8dNMaYnUlpTyWzgengJWl\
POp+2c8xAqY8PXyjYdJrpjxwBQCSotKmPKb4RtPaNqc8dyqzEK2YpzxD9UatRfinPHcKQ1PMVag8mnZ7nmSxqDyYz06pLgupPOoeLIJHY6k8Rs\
U4jsm5qTwsp6TczA6qPFnNd21nYqo8MBYQbq20qjycbBNtsQWrPCl6QoeEVas8Op9Sjjakqzwygr8q1vGrPPNOWflwPqw8YTsypROKrDyLJnL+\
ydSsPEi3gA6fHq08EB/kKZ1nrTzDuCMAzq+tPFN28ak69608/u3Stes9rjwAb3oz6YOuPM6C+b06ya48JmLwhOcNrzyI9thU9lGvPK7Xh55tla\
88rC76fVPYrzzsNELgVg2wPJqPOfVALrA8/KUWnupOsDwQoHJbVm+wPAv0cZCGj7A8E2G8hH2vsDx/zEtmPc+wPGsIFkvI7rA87hWVMiAOsTy+\
DzEHRy2xPEGRjp8+TLE8HiDEvwhrsTw02ngap4mxPIht7lEbqLE8yyr4+GbGsTwu1OCTi+SxPJ+gQJmKArI86cbEcmUgsjwfw+l9HT6yPPtrqQ\
y0W7I8f9MdZip5sjwb1xnHgZayPNouuGK7s7I8U7jhYtjQsjyOqcvo2e2yPNdIbg3BCrM8MLn04Y4nszyhXiZwRESzPNVSyrriYLM8algFvmp9\
szxksrJv3ZmzPAM9uL87trM84B1WmIbSszyDWnLevu6zPHSe4HHlCrQ8XXSmLfsmtDykMDzoAEO0PF3HynP3XrQ8NsNmnt96tDwvj0gyupa0PF\
1BAvaHsrQ83BGzrEnOtDwFpjgWAOq0PGJVXu+rBbU8WosK8k0htTxPZmrV5jy1PMiyG053WLU8eF9VDgB0tTwUhQ7GgY+1PFkbJCP9qrU8PXN9\
0XLGtTzTjC974+G1PDhen8hP/bU8wx+jYLgYtjyisKLoHTS2PAsmtwSBT7Y8cpbJV+Jqtjw3MbGDQoa2PLGyUCmiobY8u0Oz6AG9tjxS0yhhYt\
i2PFT4YTHE87Y862iL9ycPtzzGFGlRjiq3PNzucNz3Rbc8H3PlNWVhtzxJ9O/61ny3PJO9ushNmLc8CRSLPMqztzz7ItvzTM+3POfec4zW6rc8\
H+qGpGcGuDx2hsjaACK4PBWfic6iPbg8vfXRH05ZuDzFfnpvA3W4PC33R1/DkLg8Q8AFko6suDycDKGrZci4PCdqRFFJ5Lg8j7VzKToAuTxHgy\
jcOBy5PPwK7xJGOLk8iqIDeWJUuTzu1XC7jnC5PDEqLonLjLk8v5k/kxmpuTws2dWMecW5PBF0byvs4bk8StL6JnL+uTySNvk5DBu6PFvIoiG7\
N7o8iLsLnn9UujykqUpyWnG6PD0xoGRMjro8CPGfPlarujzO9VrNeMi6PDazi+G05bo8GqHDTwsDuzxbmJrwfCC7PAAM4KAKPrs8Az3OQbVbuz\
wniT+5fXm7PDz35fFkl7s8biWF22u1uzyiwC5rk9O7PIOugZvc8bs8oBbsbEgQvDwtevDl1y68PBwNbhOMTbw8BYfsCGZsvDwXpuvgZou8PKui\
Nr2Pqrw8kNY7x+HJvDw34GgwXum8PG6PizIGCb08IO83ENsovTxHxjMV3ki9PCPx55YQab08pfvX9HOJvTxwbiCZCaq9PA5J/PjSyr08Ny5Sld\
HrvTwc0kn7Bg2+PPZG6sR0Lr48iNHBmRxQvjwl/pcvAHK+PAq/KkshlL48CG/3wIG2vjw6pxB2I9m+PKnsAWEI/L48IVPCijIfvzxtTbcPpEK/\
PGgBySBfZr88gpeJBGaKvzy/InEYu66/PIXnL9Jg0788C/YYwVn4vzx1oNNH1A7APEfJjwKoIcA8qwKpg6k0wDzH9T5O2kfAPH6zrfY7W8A8aC\
anI9BuwDwXLmOPmILAPFSi6AiXlsA8xMBxdc2qwDxI1O7RPb/APDA9qjTq08A8k2URz9TowDy2n6bv//3APEFwIARuE8E8NV27myEpwTxtCcRp\
HT/BPDsuYEhkVcE88+6dO/lrwTxhEtJ034LBPKzrTlYamsE8ji9/d62xwTyUpnGpnMnBPDmu5Pvr4cE8Adniwp/6wTyBzASdvBPCPO7Tb3pHLc\
I8JJyspEVHwjzgWHbHvGHCPC5ZqPqyfMI8eA53zS6YwjxSCipTN7TCPJfbljHU0MI89XipsQ3uwjzurlbS7AvDPKOkaF57KsM8oxKuBcRJwzxA\
qDN60mnDPApBVpKzisM8+oiucHWswzymBBezJ8/DPHX0YKrb8sM82uW5nKQXxDyUXlQVmD3EPBU6p0TOZMQ8vEOcdWKNxDwnWmudc7fEPAKJzQ\
0l48Q8QazpU58QxTxCfjpSEUDFPBvkSqmxccU82Y1xi8ClxTz+0DokitzFPEwehs9pFsY86moAe85TxjzD5Z++QJXGPDLiCY1r28Y8NHpf8Cgn\
xzxzBglWlXnHPIzO1vQt1Mc8NPIpBQM5yDwUfKq/D6vIPJZEb5TgLsk8q1dAAe7LyTxad5R43I/KPLH9eDgfmMs8M60JgrQ7zTw=",vs="wV2/\
lOxk0TwZQV2LnVhgPCtNW0my1mo8uo1bqTWTcTxzKkrl5iJ1PIB6wvuQUHg8zLd579E4ezyYvW232Ox9PDxcxknwO4A8cPbWJNtwgTwzJtqQAp\
iCPMpuPf6Is4M8If4LxhXFhDzDSgKd+M2FPL0rp/BAz4Y8GdAX2s3JhzxvYNNUWb6IPNI3IlWArYk8A1JdvsiXijzEo93dpX2LPIk/jNd7X4w8\
NnzxTaI9jTxac/F4ZhiOPKpPX88M8I48CTJoXdLEjzxYdWrtdkuQPPyAm0dIs5A8r/VJh/MZkTyg30vrjH+RPOdJPukm5JE8Lv84ZdJHkjwLaC\
PhnqqSPEvaJqWaDJM8AoJt4tJtkzygYiHRU86TPEhncMooLpQ8Euc1X1yNlDyTC81r+OuUPE1veCkGSpU8/b64PY6nlTzPLt3HmASWPOBoDG0t\
YZY8RKn6YlO9ljy7kHl5ERmXPHN5ByNudJc8coF+fG/PlzyZ1f5TGyqYPOzhKy93hJg8KsXQUIjemDxEov29UziZPDgTrULekZk8vwP/dSzrmT\
xKiBS+QkSaPGHSllMlnZo8ySTyRNj1mjybl0x5X06bPImPP7O+pps8mf5Zk/n+mzyf0nCaE1ecPNtawisQr5w8++bwjvIGnTyNa9jxvV6dPFeQ\
Qmp1tp08/jF89xsOnjxEEM+DtGWePGIb4uVBvZ48n5QC4sYUnzy1/lcrRmyfPKGpBGXCw5882TyaEZ8NoDxisQ32XTmgPPh2chwfZaA8cgBLu+\
OQoDw3AXEDrbygPGYveiB86KA8FawXOVIUoTy+fXBvMEChPPt/d+EXbKE8liM9qQmYoTyDUj3dBsShPOLEqZAQ8KE8BQ6x0yccojwpo8KzTUii\
PJ8Y0DuDdKI8qs2LdMmgojxdO6VkIc2iPCEXAxGM+aI8EXb7fAomozyhG4qqnVKjPPAahZpGf6M8/O/PTAasozxtM43A3dijPMQJT/TNBaQ80G\
xG5tcypDynbHGU/F+kPMSDyPw8jaQ8pBhrHZq6pDzqRcv0FOikPPsA2YGuFaU8+LUsxGdDpTwnbzG8QXGlPPmcTms9n6U8NZMR1FvNpTwmz1b6\
nfulPC4ac+MEKqY8jJtclpFYpjzu69MbRYemPN88jX4gtqY8CKZZyyTlpjz7qVARUxSnPBwE+mGsQ6c8MNF30TFzpzwKJLF25KKnPPcXfWvF0q\
c8d3LOzNUCqDwq5t+6FjOoPOcIYVmJY6g8VA+kzy6UqDyUYMxICMWoPBMV/vMW9qg84XOOBFwnqTyKgjWy2FipPPS7QDmOiqk8XQPH2n28qTxR\
6d3cqO6pPC1Z0IoQIao8kMZWNbZTqjwP89Aym4aqPHplgd/Auao8/6zKnSjtqjy1i27W0yCrPEIlz/jDVKs8tk8ye/qIqzwQJgfbeL2rPIX9LZ\
1A8qs8LeBCTlMnrDykseqCslysPPsjI9hfkqw8bKWV81zIrDyAce2Dq/6sPK3yMEFNNa08/qMe7UNsrTwKpY1TkaOtPH810ko32608m1AmtDcT\
rjxSpBZ8lEuuPH8j9JpPhK48eHZKFWu9rjxokVv86PauPH+8oG7LMK880F5RmBRrrzzl4e+zxqWvPNgJ3Qrk4K881BH5ejcOsDwbORHvNCywPK\
Mkkp5rSrA82yYRz9xosDwPrTrPiYewPBnIM/dzprA8b5QAqZzFsDy3z+9QBeWwPM7vC2avBLE8ShWSapwksTwrOm/szUSxPMEExIVFZbE8nq5v\
3QSGsTwgeKKnDaexPFoqeKZhyLE8cDObqgLqsTyi9PCT8guyPFDlT1IzLrI8ujtA5sZQsjym2sdhr3OyPCtTQunulrI8UdtFtIe6sjxwLZYOfN\
6yPGVZJlnOArM80KcqC4EnszxlyTuzlkyzPFaojPgRcrM8Q1E0nPWXszyDi416RL6zPNDerYwB5bM8re716S8MtDz4Qr3J0jO0PCzJG4XtW7Q8\
MpTTmIOEtDxMoV2nmK20PCexHHsw17Q8CJW5CE8BtTyyqqxx+Cu1PFqn+AYxV7U8YUQbTP2CtTwH4Tj6Ya+1PJ69iANk3LU8eRgIlwgKtjyULn\
skVTi2PDL0w2BPZ7Y87kiXSv2Wtjwee5ovZce2PAcl9LGN+LY8GNJczn0qtzzDcb3iPF23PPlxa7XSkLc803YUfUfFtzwSFG7po/q3PMO+wCzx\
MLg8QnNoBjlouDyrW2nOhaC4PJU2O4Li2bg8RHXz0loUuTwOKvw0+0+5PNgajfHQjLk86tkkOurKuTx48Uk+Vgq6PDtM6EMlS7o86oatwmiNuj\
zERdiCM9G6PAq2A8CZFrs8D+qRULFduzxe2nbSkaa7PHfvS95U8bs8p+DCQRY+vDz0yMhC9Iy8PH+p8uwP3rw8xTgna40xvTzsO+xvlIe9PJ/x\
Tq9Q4L08YAkZbvI7vjzBg/Mqr5q+PErqUGfC/L48p/eRl25ivzzlxvZD/su/PC7sYrPiHMA87471ixFWwDxOpcvNwZHAPKBIXXgx0MA8ppJDA6\
gRwTwqRHVneFbBPNbCs7wDn8E8fPrJoLzrwTyfkVm2Kz3CPKWqSa71k8I88BFEiuPwwjxe98wn7lTDPGG4yMdOwcM8YhPkZpc3xDzRUUfN17nE\
PPZzzzzYSsU80hNz4XruxTxyv0ttZ6rGPC/G6tZQh8c8Ge3y5p+TyDyFe0gN3OnJPPxx2lGew8s8g7t+KdnJzjw=";var qo=3.654152885361009,Ko=.2736612373297583,Bo=7.69711747013105,qe=_s(As,2**52,s=>Math.exp(-.5*s*s)),Ke=_s(vs,
2**53,s=>Math.exp(-s));function Ns(s){for(;;){s.next64();let{high:t,low:e}=s,n=e&255,r=(t&536870911)*2**23+(e>>>
9),o=r*qe.width[n]*(e&256?-1:1);if(r<qe.sure[n])return o;if(n===0)return Go(s)*(e&131072?-1:1);if(Ts(qe,n,s)<Math.
exp(-.5*o*o))return o}}function ks(s){for(;;){s.next64();let{high:t,low:e}=s,n=e>>>3&255,r=t*2**21+(e>>>11),o=r*
Ke.width[n];if(r<Ke.sure[n])return o;if(n===0)return Bo-Math.log1p(-s.random());if(Ts(Ke,n,s)<Math.exp(-o))return o}}
function Go(s){for(;;){let t=-Ko*Math.log1p(-s.random()),e=-Math.log1p(-s.random());if(e+e>t*t)return qo+t}}function Ts({
height:s},t,e){return(s[t-1]-s[t])*e.random()+s[t]}function _s(s,t,e){let n=Uint8Array.from(atob(s),l=>l.charCodeAt(
0)),r=new Float64Array(n.buffer),o=r.map((l,c)=>c===0?1:e(l*t)),i=l=>l===0?r[255]:l===1?0:r[l-1],a=r.map((l,c)=>Math.
floor(i(c)/l*t));return{width:r,sure:a,height:o}}function Os(s){return new Be(s)}var Be=class{constructor(t){this.bits=new te(t)}random(){return this.bits.random()}integers(t){
if(t===1)return 0;let e=this.bits.next32(),n=Math.imul(e,t)>>>0;if(n<t){let r=4294967296%t;for(;n<r;)e=this.bits.
next32(),n=Math.imul(e,t)>>>0}return Math.round((e*t-n)/2**32)}permutation(t){let e=Int32Array.from({length:t},
(n,r)=>r);for(let n=t-1;n>0;n--){let r=2**(32-Math.clz32(n))-1,o=n+1;for(;o>n;)o=this.bits.next32()&r;[e[n],e[o]]=
[e[o],e[n]]}return e}choice(t,e){let n=new Float64Array(t),r=0;for(let i=0;i<t;i++)n[i]=r+=e[i];let o=this.random();
return n.findIndex(i=>i/r>o)}standardNormal(t){return new Float64Array(t).map(()=>Ns(this.bits))}standardExponential(t){
return new Float64Array(t).map(()=>ks(this.bits))}dirichletOfOnes(t,e){let n=this.standardExponential(e*t);for(let r=0;r<
n.length;r+=t){let o=0;for(let a=0;a<t;a++)o+=n[r+a];let i=1/o;for(let a=0;a<t;a++)n[r+a]*=i}return n}};function tt(s,t=0,e=s.length-t){if(e>128){let i=Math.floor(e/2),a=i-i%8;return tt(s,t,a)+tt(s,t+a,e-a)}let n=t+
e,r=0,o=t;if(e>=8){let i=s.slice(o,o+8);for(o+=8;o+8<=n;o+=8)for(let d=0;d<8;d++)i[d]+=s[o+d];let[a,l,c,h,u,f,
p,m]=i;r=a+l+(c+h)+(u+f+(p+m))}for(;o<n;o++)r+=s[o];return r}function Ge(s,t){if(t===1)return Float64Array.of(
tt(s));let e=new Float64Array(t);for(let n=0;n<s.length;n+=t)for(let r=0;r<t;r++)e[r]+=s[n+r];return e}var Wo=4*Number.EPSILON;function ee({X:s,N:t,D:e}){let n=Ge(s,e).map(a=>a/t),r=s.map((a,l)=>(a-n[l%e])**2),o=s.
slice(0,e),i=s.slice(0,e);for(let a=0;a<t*e;a++)o[a%e]=Math.min(o[a%e],s[a]),i[a%e]=Math.max(i[a%e],s[a]);return Ge(
r,e).map((a,l)=>!(i[l]-o[l]<=Wo*Math.max(Math.abs(o[l]),Math.abs(i[l])))&&a/t>0?a/t:1)}var We={"random points":Uo,"k-means++":Do,"random responsibilities":Ho,identity:Jo,"all means equal":Yo};function Ls(s,t,e,n,r=null){
if(Es(e,"n_components",1),!Object.hasOwn(We,s))throw new RangeError(`no start is called '${s}': choose one of ${Object.
keys(We).join(", ")}.`);if(Es(n,"seed",0),e>t.N)throw new RangeError(`n_components=${e} is more than the ${t.N}\
 samples: use at most ${t.N} components or more data.`);return r&&s==="identity"&&n===0&&bt(r.length,t.D)===e?
r.slice():We[s](t,e,Os(n))}function Es(s,t,e){if(!(Number.isSafeInteger(s)&&s>=e))throw new RangeError(`${t} i\
s ${s}, expected an int of at least ${e}.`)}function Uo(s,t,e){return De(s,Ue(s,e.permutation(s.N).subarray(0,
t)))}function Do(s,t,e){let{X:n,N:r,D:o}=s,i=ee(s).map(Math.sqrt),a=n.map((u,f)=>u/i[f%o]),l=[e.integers(r)],c=new Float64Array(
r).fill(1/0),h=new Float64Array(o);for(;l.length<t;){let u=l[l.length-1]*o;for(let p=0;p<r;p++){for(let m=0;m<
o;m++)h[m]=(a[p*o+m]-a[u+m])**2;c[p]=Math.min(c[p],tt(h))}let f=tt(c);if(f>0){let p=c.map(m=>m/f);l.push(e.choice(
r,p))}else{let p=Array.from({length:r},(m,d)=>d).filter(m=>!l.includes(m));l.push(p[e.integers(p.length)])}}return De(
s,Ue(s,l))}function Ho(s,t,e){let n=Qt(s,e.dirichletOfOnes(t,s.N),t,0),r=ee(s);return Ss(n,t,s.D,o=>.001*r[o]),
n}function Jo({D:s},t,e){return Is(e.standardNormal(t*s),new Float64Array(s).fill(1))}function Yo(s,t,e){let n=e.
integers(s.N);return De(s,Ue(s,Array(t).fill(n)))}function Ue({X:s,D:t},e){return Float64Array.from({length:e.
length*t},(n,r)=>s[e[Math.floor(r/t)]*t+r%t])}function De(s,t){return Is(t,ee(s))}function Is(s,t){let e=t.length,
n=s.length/e,r=new Float64Array(A(n,e)).fill(1/n,0,n);return r.set(s,n),Ss(r,n,e,o=>t[o]),r}function Ss(s,t,e,n){
let r=t+t*e;for(let o=0;o<t;o++)for(let i=0;i<e;i++)s[r+i]+=n(i),r+=i+1}function ne(s,t){let e=s.n_components;if(s.start===z){if(s.own_start.length===A(e,t.D))return Float64Array.from(
s.own_start);throw new Error(`your own start does not have ${e} components of ${t.D} features: drag a mean to \
make a new one, or choose another start.`)}return Ls(s.start,t,e,s.seed,t.start)}var se=class{constructor(t){this.tell=t,this.data=null,this.running=null,this.table=null}take(t){if(t.kind==="\
data")this.data=t.data,this.running=this.table=null;else if(t.kind==="stop")this[t.what==="run"?"running":"tab\
le"]=null;else if(this.data&&t.kind==="run"){let{key:e,K:n,row:r,regCovar:o,maxIter:i}=t;this.running={key:e,run:pt(
this.data,r,n,{regCovar:o,maxIter:i})}}else this.data&&t.kind==="table"&&(this.table=new He(t,this.data))}get isIdle(){
return!this.running&&!this.table}work(t){let e=performance.now()+t;for(this.running&&this._workOnRun(e);!this.
running&&this.table&&performance.now()<e;)this._workOnTable(e)}_workOnRun(t){if(!this.running)return;let{key:e,
run:n}=this.running;mt(n,t),n.ended!=="running"&&(this.running=null),this.tell({kind:"run",key:e,run:Qo(n)})}_workOnTable(t){
let{table:e}=this;if(!e)return;let{key:n}=e.order;if(!e.open.length){this.table=null,this.tell({kind:"table",key:n});
return}let r=e.work(t);r&&this.tell({kind:"row",key:n,...r})}},He=class{constructor(t,e){this.order=t,this.data=
e;let n=t.choice.n_components,r=[n,...t.counts.filter(o=>o!==n)];this.open=r.flatMap(o=>t.seeds.map(i=>({K:o,seed:i}))),
this.ended=new Map,this.run=null}work(t){let{order:e,data:n}=this,{K:r,seed:o}=this.open[0],{reg_covar:i}=e.choice;
if(!this.run){if(r>n.N)return this.open.shift(),null;let c=ne({...e.choice,n_components:r,seed:o},n);this.run=
pt(n,c,r,{regCovar:i,maxIter:e.maxIter})}let a=mt(this.run,t);if(a.ended==="running")return null;let l=this.ended.
get(r)??new Map;return this.ended.set(r,l.set(o,a)),this.run=null,this.open.shift(),{n_components:r,row:ms(l,n,
i)}}};function Qo(s){return{...s,params:s.params.slice(),nll:s.nll.slice(),rises:[...s.rises]}}var Xo=5,Zo=12,re=class{constructor(t){this.hear=t,this.orders=new Map,this.bench=new se(t),this.timer=0,this.
worker=this._makeWorker()}_makeWorker(){try{let t=URL.createObjectURL(new Blob([fs],{type:"text/javascript"})),
e=new Worker(t);return URL.revokeObjectURL(t),e.onmessage=({data:n})=>this.hear(n),e.onerror=()=>this._workHere(),
e}catch{return null}}_workHere(){this.worker=null;for(let t of this.orders.values())this._take(t)}give(t){t.kind===
"data"&&this.orders.clear();let e=t.kind==="stop"?t.what:t.kind;this.orders.delete(e),this.orders.set(e,t),this.
worker?this.worker.postMessage(t):this._take(t)}_take(t){this.bench.take(t),!this.timer&&!this.bench.isIdle&&this.
_later()}_later(){this.timer=window.setTimeout(()=>{this.bench.work(Xo),this.timer=0,this.bench.isIdle||this._later()},
Zo)}close(){this.worker?.terminate(),this.bench.take({kind:"stop",what:"run"}),this.bench.take({kind:"stop",what:"\
table"})}};var Vo=10,ti=40,oe=class{constructor(t,e,n){this.datasets=t,this.maxIter=e,this.hear=n,this.traces=new Map,this.
behind=new re(r=>this._heard(r)),this.told=null,this.followed=""}of(t){let e=O(t),n=this.traces.get(e);if(!n){
let r=this.datasets.of(t);n=this.from(ne(t,r),r,t,Vo)}return this.traces.delete(e),this.traces.set(e,n),this.traces.
size>ti&&this.traces.delete(this.traces.keys().next().value),n}from(t,e,n,r){let o=performance.now()+r,i={regCovar:n.
reg_covar,maxIter:this.maxIter},a=mt(pt(e,t,n.n_components,i),o);return new X(a,e,n.reg_covar)}follow(t){let e=this.
of(t),n=e.isRunning?O(t):"";if(n===this.followed)return;if(this.followed=n,!e.isRunning){this.behind.give({kind:"\
stop",what:"run"});return}this._tellData(e.data);let{reg_covar:r,n_components:o}=t;this.behind.give({kind:"run",
key:n,K:o,row:e.rowAt(0).slice(),regCovar:r,maxIter:this.maxIter})}compare(t,e,n){this._tellData(this.datasets.
of(t)),this.behind.give({kind:"table",key:st(t),choice:t,counts:e,seeds:n,maxIter:this.maxIter})}stopComparing(){
this.behind.give({kind:"stop",what:"table"})}_tellData(t){if(this.told===t)return;this.told=t;let{X:e,N:n,D:r,
start:o}=t;this.behind.give({kind:"data",data:{X:e,N:n,D:r,start:o}})}_heard(t){if(t.kind==="run"){let e=this.
traces.get(t.key);if(!e||t.run.nll.length<e.nll.length&&t.run.ended==="running")return;e.run=t.run}this.hear(t)}forget(){
this.traces.clear(),this.told=null,this.followed=""}close(){this.behind.close()}};var ei=200,zs="This is the run so far.",ie=class{constructor(t,e,{datasets:n,own:r}){this.app=t,this.options=e,
this.own=r,this.runs=new oe(n,e.max_iter,o=>this._heard(o)),this.waiting=new Ht(t.layout.element,t.layout.problem),
this.remark="",this.compared="",this.shown=null,this.wanted=t.scene.h,this.isAtEnd=!1,this.touched=this.asking=
0,this.isClosed=!1,this.answered=o=>this._answered(o),r?.listeners.add(this.answered)}close(){this.isClosed=!0,
this.own?.listeners.delete(this.answered),this.runs.close(),this.waiting.end(),clearTimeout(this.asking)}load(t=""){
let{scene:e,layout:n,drag:r}=this.app;if(this.remark=t,this.touched=performance.now(),r.letGo(),n.showChoice(e.
choice),this.waiting.end(),clearTimeout(this.asking),e.isEmpty){this._showNothing();return}try{this.own?this._loadOwn(
this.own):(this._show(this.runs.of(e.choice)),this.runs.follow(e.choice)),this.compare()}catch(o){this._showProblem(
o.message)}}has(t){return!this.own||this.app.scene.canRun||this.own.of(t)!==void 0}forget(){this.runs.forget(),
this.own?.answers.clear(),this.compared="",this.load()}_loadOwn(t){let{choice:e,canRun:n}=this.app.scene,r=t.of(
e);if(r&&"problem"in r){this._showProblem(r.problem);return}r&&this._show(r.trace),!(r&&!r.trace.isRunning&&!r.
trace.data.isPart)&&(n?(this.waiting.begin(r&&zs),t.ask(e)):r||this._showProblem(ut))}_answered(t){let{choice:e}=this.
app.scene;if(this.isClosed||O(t)!==O(e))return;this.waiting.end();let n=this.own?.of(e);if(!n)return;if("probl\
em"in n){this._showProblem(n.problem);return}if(this._show(n.trace),!n.trace.isRunning)return;this.waiting.begin(
zs);let r=Math.max(this.touched+ei-performance.now(),0);this.asking=window.setTimeout(()=>this.own?.ask(this.app.
scene.choice),r)}_heard(t){let{scene:e,layout:n}=this.app;this.isClosed||(t.kind==="row"&&t.key===st(e.choice)?
n.atlas.showRow(t.n_components,t.row):t.kind==="run"&&t.key===O(e.choice)&&!this.own&&e.trace&&this._show(e.trace))}_show(t){
let{scene:e,layout:n,screen:r}=this.app;e.h=this.isAtEnd?t.last:Math.min(this.wanted,t.last),t.isRunning||(this.
wanted=e.h),e.trace=t,e.data=t.data,e.dragged=null,this.shown=e.choice,n.problem.textContent="",n.layers.show(
t.data),this.showNote(),r.redraw(!0)}_showProblem(t){let{scene:e,layout:n,screen:r,player:o}=this.app;o.pause(),
e.dragged=null;let i=e.trace?" Still showing the previous pictures.":"";n.problem.textContent=t[0].toUpperCase()+
t.slice(1)+i,r.redraw()}_showNothing(){let{scene:t,layout:e,screen:n,player:r}=this.app;r.pause(),t.trace=t.data=
t.dragged=null,t.h=this.wanted=0,e.problem.textContent="",e.note.textContent=ft,e.own.open(),n.redraw(!0)}showNote(){
let{scene:t,layout:e,limits:n}=this.app,r=[this.remark,t.data?.note,t.trace?.judged.ridge,n.reason];e.note.textContent=
r.filter(Boolean).join(" ")}compare(){let{scene:t,layout:e}=this.app,{atlas:n}=e,r=st(t.choice);if(!(n.element.
hidden||r===this.compared)){if(this.compared=r,t.choice.start===z){this.runs.stopComparing(),n.clear("A start \
of your own fits one K only: there are no other runs to compare it with.");return}n.clear(this.own?"These are \
the runs of the right E- and M-step.":""),this.runs.compare(t.choice,this.options.counts,this.options.seeds)}}toggleAtlas(){
let{atlas:t}=this.app.layout;return t.element.hidden=!t.element.hidden,this.compared="",t.element.hidden?this.
runs.stopComparing():this.compare(),!t.element.hidden}};var ni=500,ae=class{constructor(t,e,n){this.layout=t,this.screen=e,this.say=n,this.sizes=new ResizeObserver(()=>this.
resize());for(let r of t.panels)this.sizes.observe(r);this.themes=new MutationObserver(()=>this.restyle()),this.
themes.observe(document.body,{attributes:!0}),this.scheme=matchMedia("(prefers-color-scheme: dark)"),this.changed=
()=>this.restyle(),this.scheme.addEventListener("change",this.changed),this.pixels=setInterval(()=>this.ratio!==
window.devicePixelRatio&&this.resize(),ni),t.element.addEventListener("click",r=>this._refocus(r))}close(){this.
sizes.disconnect(),this.themes.disconnect(),this.scheme.removeEventListener("change",this.changed),clearInterval(
this.pixels)}resize(){this.ratio=window.devicePixelRatio;let t=this.ratio||1,{left:e,right:n,panels:r}=this.layout;
for(let[o,i]of[e,n].entries()){let{clientWidth:a,clientHeight:l}=r[o],[c,h]=[Math.round(a*t),Math.round(l*t)];
!c||!h||i.width===c&&i.height===h||(i.width=c,i.height=h)}this.restyle(),this.screen.look&&this.screen.draw()}restyle(){
let{element:t,left:e,stage:n}=this.layout;if(!t.isConnected||!e.clientWidth)return;let r=Wn(n,e.width/e.clientWidth);
t.style.setProperty("--emx-e",r.E),t.style.setProperty("--emx-m",r.M),t.style.setProperty("--emx-badge-ink",r.
dark?"#000":"#fff"),this.screen.look=r,this.screen.redraw()}toggleLarge(){let t=this.layout.element.classList.
toggle("emx-large");return requestAnimationFrame(()=>this.restyle()),t}toggleFullScreen(){let t=()=>this.say("\
The browser does not allow full screen here.");document.fullscreenElement?document.exitFullscreen():this.layout.
element.requestFullscreen?.().catch(t)}_refocus(t){let n=t.target.closest?.("button, canvas, input[type=checkb\
ox], input[type=range]");t.detail>0&&n&&!n.closest(".emx-atlas, .emx-own")&&this.layout.stage.focus({preventScroll:!0})}};var si=[["E","E-step: each sample is shared",[{formula:"p_nk = π_k N(x_n | μ_k, Σ_k)",words:"weight times d\
ensity"},{formula:"r_nk = p_nk / ∑_j p_nj",words:"responsibilities: shares that sum to 1"},{formula:"NLL = −\
∑_n log ∑_k p_nk",words:"negative log-likelihood"}]],["M","M-step: fitted to the shares",[{formula:"N_k = \
∑_n r_nk, π_k = N_k / N",words:"effective counts and weights"},{formula:"μ_k = ∑_n r_nk x_n / N_k",words:"\
means"},{formula:"Σ_k = ∑_n r_nk (x_n−μ_k)(x_n−μ_k)ᵀ / N_k",words:"covariances, plus reg_covar"}]]];
function ri(s){return s.split(/_(\w+)/).map((t,e)=>e%2?g("sub",{},t):t)}var le=class{constructor(){this.items=
{},this.element=g("div",{class:"emx-lines"},...si.map(([t,e,n])=>(this.items[t]=n.map(({formula:r,words:o})=>g(
"li",{title:o},...ri(r))),g("div",{"data-name":t},g("strong",{},e),g("ol",{},...this.items[t]))))),this.shown=
""}light(t,e){let n=`${P(t)} ${e}`;if(n!==this.shown){this.shown=n;for(let[r,o]of Object.entries(this.items))o.
forEach((i,a)=>{r===P(t)&&(e<0||e===a)?i.setAttribute("aria-current","step"):i.removeAttribute("aria-current")})}}};var Fs={E:1300,M:2e3},oi={E:[0,.25,.9],M:[0,.35,.7]};function Je(s,t){let e=oi[s],n=e.map((r,o)=>ii((t-r)/((e[o+
1]??1)-r)));return{line:t<1?e.filter(r=>r<=t).length-1:-1,done:n}}function ii(s){let t=Math.min(Math.max(s,0),
1);return t*t*(3-2*t)}function H(s,t,e,n,r=0,o=t.length){for(let i=r;i<o;i++)n[i]=(1-e)*s[i]+e*t[i];return n}function Cs(s,t,e,n,[
r,o,i]){let a=new Float64Array(t.length);return H(s,t,r,a,0,e),H(s,t,o,a,e,e+e*n),H(s,t,i,a,e+e*n)}var ai="⁰¹²³⁴⁵⁶⁷⁸⁹";function Ye({X:s,D:t},e,n,r){return C(s.subarray(r*t,(r+1)*t),1,t,e,n,new Float64Array(
n))}function Qe(s){let t=Math.max(...s);return s.map(e=>e===t?1:Math.exp(e-t))}function gt(s,t){let e=10**-t,n=Array.
from(s,l=>l/e),r=n.map(l=>Math.floor(l+1e-9)),i=Math.round(n.reduce((l,c)=>l+c,0))-r.reduce((l,c)=>l+c,0),a=n.
map((l,c)=>c).sort((l,c)=>n[c]-r[c]-(n[l]-r[l]));for(let l of a.slice(0,Math.max(i,0)))r[l]+=1;return r.map(l=>(l*
e).toFixed(t))}function wt(s){if(!Number.isFinite(s))return"0";if(s>Math.log(.001)&&s<Math.log(1e4))return String(
Number(Math.exp(s).toPrecision(3)));let t=Math.floor(s/Math.LN10),e=Math.exp(s-t*Math.LN10).toFixed(1);e==="10\
.0"&&([e,t]=["1.0",t+1]);let n=Array.from(String(Math.abs(t)),r=>ai[Number(r)]).join("");return`${e}·10${t<0?
"⁻":""}${n}`}function ce(s){let t=Math.max(...s);return Number.isFinite(t)?t+Math.log(s.reduce((e,n)=>e+Math.
exp(n-t),0)):t}function js(s,t){let e=new Float64Array(t);for(let n=0;n<s.length;)for(let r=0;r<t;r++)e[r]+=s[n++];
return e}var li="Point at a sample, or press . and ,";function Rs(s,t){return s.rowAt(Math.max(s.responsibilitiesIndex(
t),0))}function ci(s){let t=ce(s);return s.map(e=>Math.exp(e-t))}function hi(s,t,e){return e<0?li:t===0?`Sampl\
e ${e}, in the E-step to come`:s.isOwn(t)?`Sample ${e}, by your e_step`:`Sample ${e}, in ${P(t)==="E"&&t!==s.failed?
"this":"the last"} E-step`}function Xe(s,t,e,n,r,{line:o,done:i}){let{K:a,data:l}=s,c={K:a,title:hi(s,e,n),N:l.
N,logs:null,densities:null,shares:null},h=r&&(o<0?r:r.map(y=>y*i[0]));if(n<0)return{...c,counts:h};let u=Rs(s,
e),f=Ye(l,u,a,n),p=t.responsibilities(e),m=Qe(f);if(o>=0&&P(e)==="E"){let y=e>1?Qe(Ye(l,Rs(s,e-1),a,n)):new Float64Array(
a);m=H(y,m,i[0],m)}let d=p?p.subarray(n*a,(n+1)*a):ci(f),w=o>=0&&e===1;return{...c,logs:f,densities:m,shares:w?
Float64Array.from(d,y=>y*i[1]):d,counts:h}}function $s(s,t,e){let{data:n,K:r}=s,{logs:o,shares:i,title:a}=Xe(s,
s,t,e,null,{line:-1,done:[]});if(!o||!i)return"";let l=gt(i,3),c=[0,1].slice(0,n.plane.shown).map(u=>n.places[2*
e+u].toPrecision(3)),h=Array.from({length:r},(u,f)=>`component ${f}: weight times density ${wt(o[f])}, respons\
ibility ${l[f]}`);return`${a}, at ${c.join(", ")}. ${h.join("; ")}.`}var fi=.4;function qs({context:s,framed:t,look:e},n){let r=8.5*e.scale*Math.sqrt(e.size/14);for(let[o,i]of[[e.
paper,5],[e.ink,2.4]])s.strokeStyle=o,s.lineWidth=i*e.scale,s.beginPath(),s.arc(t.at[2*n],t.at[2*n+1],r,0,2*Math.
PI),s.stroke()}function Ze({context:s,framed:t,look:e},n,r,o,i){let a=e.scale*Math.sqrt(e.size/14)*(i?2.2:1);for(let{
n:l,k:c,strength:h}of n){let[u,f]=[t.at[2*l],t.at[2*l+1]];s.strokeStyle=e.colors[c%e.colors.length],s.globalAlpha=
(i?1:.75)*Math.max(h,.08),s.lineWidth=(.6+h)*a,v(s,u,f,(r[c][0]-u)*o,(r[c][1]-f)*o)}s.globalAlpha=1}function Ks({
context:s,look:t},e,n,r){let o=7.5*t.scale*Math.sqrt(t.size/14);s.strokeStyle=s.fillStyle=t.ink,e.forEach(([i,
a],l)=>{s.globalAlpha=1-(1-fi)*r,s.lineWidth=1.6*t.scale,s.beginPath(),Z[l%Z.length](s,i,a,o),s.stroke(),s.globalAlpha=
r,s.lineWidth=2*t.scale,v(s,i,a,(n[l][0]-i)*r,(n[l][1]-a)*r)}),s.globalAlpha=1}function Bs(s,t,e,n){return Array.
from({length:e},(r,o)=>W(s,R(t,e,n,o).place))}var he=class{constructor(){this.isOn=!1,this.calm=matchMedia("(prefers-reduced-motion: reduce)"),this.moving=null}get isMoving(){
return this.moving!==null}begin(t,e){if(this.moving=null,!this.isOn||this.calm.matches||e===t.failed)return;let n=t.
responsibilities(e-1)?.slice()??null,r=t.responsibilities(e)?.slice();if(!r)return;let o=t.row(e-1).slice(),i=new Float64Array(
r.length);this.moving={trace:t,h:e,begun:performance.now(),row:o,old:n,fresh:r,mixed:i}}finish(){this.moving=null}phase(t,e){
let n=P(e),{moving:r}=this;if(r&&n!=="start"){let o=(performance.now()-r.begun)/Fs[n];if(r.trace===t&&r.h===e&&
o<1)return Je(n,o)}return this.moving=null,n==="start"?{line:-1,done:[]}:Je(n,1)}seen(t,e,{done:n}){let{moving:r}=this;
if(!r)return{trace:t,look:e};let{h:o,row:i,old:a,fresh:l,mixed:c}=r,h=Object.create(t);if(P(o)==="M"){let m=Cs(
i,t.row(o),t.K,t.data.D,n);return h.row=()=>m,h.responsibilities=()=>l,h.paramsIndex=()=>t.paramsIndex(o-1),{trace:h,
look:e}}let u=n[1],f=a?H(a,l,u,c):l;if(h.responsibilities=()=>f,a)return{trace:h,look:e};let p=e.colorBytes.map(
m=>m.map((d,w)=>d*u+e.greyBytes[w]*(1-u)));return{trace:h,look:{...e,colorBytes:p}}}};var ui=["k","π_k N(x_n |…)","r_nk","N_k"],fe={shares:3,counts:1};function pi(s){return s.split(/_(\w+)/).map(
(t,e)=>e%2?g("sub",{},t):t)}var ue=class{constructor(){this.caption=g("caption",{}),this.body=g("tbody",{}),this.
sums=g("tr",{}),this.table=g("table",{},this.caption,g("thead",{},g("tr",{},...ui.map(t=>g("th",{scope:"col"},
...pi(t))))),this.body,g("tfoot",{},this.sums)),this.element=g("div",{class:"emx-bars"},this.table),this.cells=
[],this.colors=""}_build(t){if(this.colors===t.join())return;this.colors=t.join(),this.cells=t.map(()=>[0,1,2].
map(()=>({number:g("span",{}),bar:g("i",{"aria-hidden":"true"})})));let e=r=>this.cells[r].map(({number:o,bar:i})=>(i.
style.background=t[r],g("td",{},o,i))),n=t.map((r,o)=>g("tr",{},g("th",{scope:"row"},String(o)),...e(o)));this.
body.replaceChildren(...n)}show({K:t,title:e,logs:n,densities:r,shares:o,counts:i,N:a},l){this._build(Array.from(
{length:t},(u,f)=>l[f%l.length])),this.caption.textContent!==e&&(this.caption.textContent=e);let c=[{texts:n&&
Array.from(n,wt),lengths:r},{texts:o&&gt(o,fe.shares),lengths:o},{texts:i&&gt(i,fe.counts),lengths:i&&Array.from(
i,u=>u/a)}];this.cells.forEach((u,f)=>u.forEach(({number:p,bar:m},d)=>{let{texts:w,lengths:y}=c[d];p.textContent=
w?w[f]:"",m.style.width=`${100*Math.min(y?y[f]:0,1)}%`}));let h=[n?wt(ce(n)):"",o?String(Number(Gs(o).toFixed(
fe.shares))):"",i?String(Number(Gs(i).toFixed(fe.counts))):""];this.sums.replaceChildren(g("th",{scope:"row"},
"∑"),...h.map(u=>g("td",{},u)))}normalise(){let t=this.cells.map(([,e])=>e.bar.style.width);this.still();for(let[
e,n]of this.cells)n.bar.style.width=e.bar.style.width;this.element.offsetWidth,this.element.classList.add("emx\
-normalising"),this.cells.forEach(([,e],n)=>e.bar.style.width=t[n])}still(){this.element.classList.remove("emx\
-normalising")}};function Gs(s){return Array.from(s).reduce((t,e)=>t+e,0)}function Ws(s,t,e){let n=[];for(let r=0;r<t;r++){let o=e[r]/Math.min(Math.floor(96/t),Math.max(Math.round(e[r]),
1)),i=0,a=o/2;for(let l=r,c=0;l<s.length;l+=t,c++)if(i+=s[l],!(i<a)){for(;a<=i;)a+=o;s[l]>=.02&&n.push({n:c,k:r,
strength:s[l]})}}return n}function Us(s,t,e){return Array.from({length:t},(n,r)=>({n:e,k:r,strength:s[e*t+r]})).
filter(({strength:n})=>n>=.02)}var Ds={mouse:9,pen:14,touch:22},mi=6;function di(s,[t,e],n){let r=-1,o=n*n;for(let i=0;2*i<s.length;i++){let a=(s[2*
i]-t)**2+(s[2*i+1]-e)**2;a<o&&([r,o]=[i,a])}return r}function gi(s,t,e){let n=Array.from({length:s.length/2},(r,o)=>o).
sort((r,o)=>s[2*r]-s[2*o]||r-o);return t<0?(e>0?n[0]:n[n.length-1])??-1:n[n.indexOf(t)+e]??-1}var pe=class{constructor(t,e){
this.canvas=t,this.about=e,this.under=-1,this.kept=-1,this.data=null,this.pressed=null,t.addEventListener("poi\
ntermove",n=>this._hover(n)),t.addEventListener("pointerleave",()=>this._set({under:-1})),t.addEventListener("\
pointerdown",({clientX:n,clientY:r})=>{this.pressed=e.isTaken()?null:[n,r]}),t.addEventListener("click",n=>this.
_tap(n))}get sample(){return this.data!==this.about.framed().data&&(this.under=this.kept=-1),this.under>=0?this.
under:this.kept}_at(t){let e=t.pointerType,n=this.canvas.width/this.canvas.clientWidth;return di(this.about.framed().
at,B(this.canvas,t),(Ds[e]??Ds.mouse)*n)}_hover(t){t.pointerType!=="touch"&&this._set({under:t.buttons||this.about.
isTaken()?-1:this._at(t)})}_tap(t){let{pressed:e}=this;if(this.pressed=null,!e||Math.hypot(t.clientX-e[0],t.clientY-
e[1])>mi)return;let n=this._at(t);this._set({kept:n===this.kept?-1:n})}step(t){let{at:e,data:n}=this.about.framed();
n&&this._set({under:-1,kept:gi(e,this.sample,t)})}letGo(){let t=this.sample>=0;return this._set({under:-1,kept:-1}),
t}_set({under:t=this.under,kept:e=this.kept}){let n=this.sample;this.data=this.about.framed().data,Object.assign(
this,{under:t,kept:e}),this.sample!==n&&this.about.changed(this.sample>=0)}};var wi='[aria-keyshortcuts="ArrowRight"]',yi=300,me=class{constructor(t){this.app=t;let{layout:e,drag:n,options:r}=t;
this.slow=new he,this.touch=new pe(e.left,{framed:()=>t.screen.plane.framed,isTaken:()=>e.own.isAdding||n.component>=
0,changed:()=>this._touched()}),this.lines=new le,this.bars=new ue,this.live=g("p",{class:"emx-hidden",role:"s\
tatus"}),this.card=g("div",{class:"emx-card",hidden:!0}),this.panel=g("div",{class:"emx-inside",hidden:!0},this.
lines.element),this.toggleButton=g("button",{type:"button","aria-pressed":"false",onclick:()=>this.open(!this.
isOpen)},"Lines of the algorithm"),this.tick=Y("slow motion",o=>this.setSlow(o),"what a half-step does, line b\
y line"),this.isNew=!1,this.timer=0,this.known={trace:null,h:-1,counts:new Float64Array(0),threads:[]},this.now=
null,e.panels[0].append(this.card),e.stage.append(this.panel),e.element.append(this.live),r.controls.includes(
"slow")&&(e.transport.element.append(this.tick.element),e.foot.prepend(this.toggleButton));for(let o of["keydo\
wn","click"])e.element.addEventListener(o,i=>this._skip(i),!0);this.open(!1)}close(){clearTimeout(this.timer)}get isOpen(){
return!this.panel.hidden}setSlow(t){this.slow.isOn=t,this.slow.finish(),t&&this.open(!0),this.app.redraw()}open(t){
this.panel.hidden=!t,this.toggleButton.setAttribute("aria-pressed",String(t)),this.app.layout.element.classList.
toggle("emx-beside",t),(t?this.panel:this.card).append(this.bars.element),this.app.redraw()}_skip(t){if(!this.
slow.isMoving)return;this.slow.finish(),this.app.redraw();let e=t.target,n="key"in t?t.key==="ArrowRight":!1;this.
app.scene.isPlaying||!(n||e.closest(wi))||(t.preventDefault(),t.stopPropagation())}_touched(){this.isNew=!0,clearTimeout(
this.timer),this.timer=window.setTimeout(()=>this._readOut(),yi),this.app.redraw()}_readOut(){let t=this.touch.
sample;this.live.textContent=this.now&&t>=0?$s(this.now.trace,this.now.h,t):""}see(t,e,n){let r=this.slow.phase(
t,e),o=this.slow.seen(t,n,r);return this.now={trace:t,seen:o.trace,h:e,look:n,phase:r},{...o,isMoving:this.slow.
isMoving}}clear(){this.now=null,this.card.hidden=!0}_fitted(t,e){if(this.known.trace!==t||this.known.h!==e){let n=t.
responsibilities(e)??[],r=js(n,t.K);this.known={trace:t,h:e,counts:r,threads:Ws(n,t.K,r)}}return this.known}draw(t,e){
if(!this.now)return;let{trace:n,seen:r,h:o,look:i,phase:a}=this.now,{K:l,data:c}=n,h={context:t,framed:e,look:i},
u=this.touch.sample;if(this.slow.isOn&&P(o)==="M"&&o!==n.failed){let[f,p]=[o-1,o].map(y=>Bs(e,n.row(y),l,c.plane)),
[m,d]=a.done;Ze(h,this._fitted(n,o).threads,p,m,!1);let w=r.responsibilities(o);u>=0&&w&&Ze(h,Us(w,l,u),p,m,!0),
Ks(h,f,p,d)}u>=0&&qs(h,u)}tell(){if(!this.now)return;let{trace:t,seen:e,h:n,look:r,phase:o}=this.now,i=this.touch.
sample,{isOpen:a}=this;if(this.card.hidden=a||i<0,this.card.hidden&&!a)return;this.lines.light(n,o.line);let l=a&&
P(n)==="M"&&n!==t.failed?this._fitted(t,n).counts:null;this.bars.show(Xe(t,e,n,i,l,o),r.colors),this.slow.isMoving?
this.bars.still():this.isNew&&i>=0&&this.bars.normalise(),this.isNew=!1,!a&&i>=0&&this._placeCard(i)}_placeCard(t){
let{framed:e}=this.app.screen.plane,{at:n,box:r}=e;this.card.dataset.x=n[2*t]<r.left+r.width/2?"right":"left",
this.card.dataset.y=n[2*t+1]<r.top+r.height/2?"bottom":"top"}};var xi="data-lm-suppress-shortcuts",bi=".jp-Cell";var Ve={ArrowRight:["move",1],ArrowLeft:["move",-1],ArrowUp:["move",2],ArrowDown:["move",-2],Home:["first"],End:[
"last"]," ":["play"],K:["change","n_components",1],k:["change","n_components",-1],S:["change","seed",1],s:["ch\
ange","seed",-1],"+":["faster",1],"-":["faster",-1],".":["sample",1],",":["sample",-1],f:["fullscreen"],Escape:[
"leave"]},Mi=["ArrowRight","ArrowLeft","ArrowUp","ArrowDown","Home","End"];function Hs({tag:s="",type:t=""}){return s===
"INPUT"&&!["checkbox","radio","range"].includes(t)}function Pi({key:s,shiftKey:t,altKey:e,ctrlKey:n,metaKey:r}){
return!!(n||r||s==="Enter"&&(t||e))}function Ai(s,t={},e=!1){if(e||!Object.hasOwn(Ve,s))return null;if(s==="Es\
cape")return Ve[s];let{tag:n="",type:r=""}=t;if(Hs(t)||n==="SELECT"||n==="TEXTAREA")return null;let o=["BUTTON",
"SUMMARY"].includes(n)||n==="INPUT"&&r!=="range";return s===" "&&o||Mi.includes(s)&&r==="range"?null:Ve[s]}var de=class{constructor(t,e,n,r){
this.element=t,this.stage=e,this.options=n,this.app=r,t.addEventListener("keydown",o=>this._pressed(o)),this.lend=
o=>t.contains(o.target)&&this._lend(o),window.addEventListener("keydown",this.lend,!0)}close(){window.removeEventListener(
"keydown",this.lend,!0)}_lend(t){let{key:e,shiftKey:n,altKey:r,ctrlKey:o,metaKey:i}=t,a=t.target,l=Pi(t);if(a.
toggleAttribute(xi,!l),!(l&&e==="Enter"&&Hs({tag:a.tagName,type:a.type})))return;t.preventDefault(),t.stopImmediatePropagation();
let{stage:c}=this;c.focus();let h={key:e,code:"Enter",keyCode:13,shiftKey:n,altKey:r,ctrlKey:o,metaKey:i};c.dispatchEvent(
new KeyboardEvent("keydown",{...h,bubbles:!0,cancelable:!0}))}_leave(){if(document.fullscreenElement||this.app.
inside.touch.letGo())return;let t=this.element.closest(bi);t instanceof HTMLElement?t.focus():document.activeElement?.
blur()}_pressed(t){let{tagName:e,type:n}=t.target,r=t.ctrlKey||t.metaKey||t.altKey,o=Ai(t.key,{tag:e,type:n},r);
if(!o)return;t.preventDefault(),t.stopPropagation();let[i,...a]=o;this._do(i,...a)}_change(t,e){let{options:n}=this;
if(!n.controls.includes(t))return;let r=t==="seed"?n.seeds:n.counts,o=this.app.scene.choice[t]+e;r.includes(o)&&
this.app.choose({[t]:o})}_do(t,...e){let{app:n}=this;({move:o=>n.move(o),first:()=>n.go(0),last:()=>n.go(1/0),
play:()=>n.player.toggle(),change:(o,i)=>this._change(o,i),faster:o=>n.player.faster(o),sample:o=>n.inside.touch.
step(o),fullscreen:()=>n.surroundings.toggleFullScreen(),leave:()=>this._leave()})[t](...e)}};var vi=500,ge=class{constructor(t,e){this.app=t;let n=matchMedia("(prefers-reduced-motion: reduce)").matches;this.
speed=n?Math.min(e,1):e,this.stepped=0}get isPlaying(){return this.app.scene.isPlaying}toggle(){this.isPlaying?
this.pause():this.play()}play(){let{app:t}=this,{scene:e}=t;e.trace&&(e.h===e.trace.last&&t.go(0),e.isPlaying=
!0,this.stepped=performance.now(),t.redraw())}pause(){this.isPlaying&&(this.app.scene.isPlaying=!1,this.app.redraw())}faster(t){
let e=nt.findIndex(n=>n>=this.speed);this.app.setSpeed(nt[Math.min(Math.max(e+t,0),nt.length-1)])}advance(t){if(!this.
isPlaying)return;let{scene:e,inside:n}=this.app,{isOn:r,isMoving:o}=n.slow;o&&(this.stepped=t);let i=Math.floor(
(t-this.stepped)*this.speed/1e3+.05);if(i<1)return;this.stepped=t-this.stepped>vi?t:this.stepped+i*1e3/this.speed,
this.app.go(e.h+(r?1:i));let{trace:a,h:l,canRun:c}=e;a&&l===a.last&&(!a.isRunning||!c)&&(e.isPlaying=!1)}};var Ni=12,yt=class{constructor(t,e,n,{onchoice:r=()=>{},onview:o=()=>{}}={}){this.options=t,this.onchoice=r,this.
onview=o,this.scene=new zt(e,t.half_step,t.layers),this.startBefore=t.starts.find(i=>i!==z),this.player=new ge(
this,t.speed),this.layout=new It(t,this),this.element=this.layout.element,this.screen=new Dt(this.layout,this.
scene,i=>this.player.advance(i)),this.limits=new St(this.layout,()=>this.showing.showNote()),this.drag=new _t(
this.layout.left,this),this.inside=this.screen.inside=new me(this),this.showing=new ie(this,t,n),Nn(this.layout.
right,i=>this.screen.chart.halfStepAt(i),i=>this.jump(i)),this.keyboard=new de(this.element,this.layout.stage,
t,this),this.surroundings=new ae(this.layout,this.screen,i=>this.say(i)),Object.assign(this.element,{explorer:this}),
this.showing.load()}close(){this.player.pause(),this.showing.close(),this.screen.close(),this.keyboard.close(),
this.surroundings.close(),this.layout.status.close(),this.inside.close()}choose(t){let e=this.scene.choice,n={
...e,...t},r="";if(n.n_components!==e.n_components&&n.start===z&&!t.own_start&&(n.start=this.startBefore,r=`Yo\
ur own start has another K: EM starts from ${n.start} again.`),t.data===N&&!t.own_points&&this.layout.own.fit(
n),!this.showing.has(n)){this.layout.showChoice(e),this.say(ut);return}n.start!==z&&(this.startBefore=n.start),
this.scene.choice=n,this.showing.load(r),this.onchoice(n)}adopt(t){JSON.stringify(t)!==JSON.stringify(this.scene.
choice)&&(this.scene.choice=t,this.showing.load())}say(t){this.layout.said.textContent=t}setLayers(t){Object.assign(
this.scene.layers,t),this.redraw()}dragTo(t){let{scene:e,showing:n}=this,{data:r,choice:o}=e;e.dragged=t&&r?n.
runs.from(t,r,o,Ni):null,this.redraw()}startFrom(t){this.showing.wanted=Math.min(this.scene.h,1),this.showing.
isAtEnd=!1,this.choose({start:z,own_start:Array.from(t)})}go(t){let{scene:e,showing:n,inside:r}=this;if(!e.trace)
return;n.touched=performance.now();let o=e.h;e.h=n.wanted=Math.min(Math.max(t,0),e.trace.last),e.h===o+1&&r.slow.
begin(e.trace,e.h),n.isAtEnd=e.h>1&&e.h===e.trace.last,this.screen.redraw(!0)}jump(t){this.player.pause(),this.
go(t)}move(t){this.jump(this.scene.h+t)}setSpeed(t){this.player.speed=t,this.layout.transport.showSpeed(t)}redraw(){
this.screen.redraw()}setKernel(t){this.limits.isAlone===t&&this.redraw(),this.limits.isAlone=!t;let{own:e,shown:n}=this.
showing;!e||t===this.scene.canRun||(this.scene.canRun=t,this.limits.ofKernel(t),this.showing.waiting.end(),t||
!n?this.showing.load():e.of(this.scene.choice)?this.redraw():(this.choose(n),this.say(ut)))}get view(){let{h:t,
layers:e}=this.scene;return{half_step:t,layers:e,speed:this.player.speed,large:this.layout.isLarge}}settled(){
this.onview(this.view),this.limits.keepStills()}};var ki=["dead","terminating"];async function Js(s,t,e){let n=s.widget_manager,r=await Ti(n,t),o=n?.context?.sessionContext??
n?.kernel,[i,a,l,c]=[0,0,!1,!1],h=x=>{c=x,e(x)},u=()=>!!o?.statusChanged&&(!n.kernel||ki.includes(n.kernel.status)),
f=()=>{r?.comm_live!==!1&&!u()||(l=!1,h(!0))},p=x=>{typeof x=="number"&&(a=Math.max(a,x)),h(!1)},m=x=>{x.content.
execution_state==="idle"&&(l=!1,setTimeout(()=>a>=i||l||h(!0),100))},d=()=>{if(f(),!(l||u())){l=!0,i+=1;try{s.
send(i,{iopub:{status:m}})}catch{l=!1,h(!0)}}},w=[o?.statusChanged,o?.kernelChanged].filter(Boolean);s.on("msg\
:custom",p),r?.on("comm_live_update",f);for(let x of w)x.connect(f);return d(),{ask:d,stop:()=>{s.off("msg:cus\
tom",p),r?.off("comm_live_update",f);for(let x of w)x.disconnect(f)},isGone:()=>c}}async function Ti(s,t){return s?.
get_model?.(t)?.catch(()=>null)}var _i=/(?:"|IPY_MODEL_)([0-9a-f]{32})"/g,Oi="gmm_helpers.",Ei="application/vnd.jupyter.widget-state+json",Li="\
application/vnd.jupyter.widget-view+json",Ii="Error displaying widget: model not found";function Qs(s){let t=s?.context?.model,e=s?._modelsSync;if(!t?.toJSON||!e||Object.hasOwn(s,"get_state_sync"))return;
let n=s.get_state_sync.bind(s);s.get_state_sync=r=>{let o=[...e.values()].filter(i=>!i.comm_live);for(let i of o)
i._comm_live=!0;try{let i=n(r),a=new Set(o.map(l=>l.model_id));return{...i,state:Ci(i.state,t.toJSON().cells,a)}}finally{
for(let i of o)i._comm_live=!1}},Si(s,async()=>{zi(s,document),await Fi(s)})}function Si(s,t){let e=0,n=()=>{clearTimeout(
e),e=setTimeout(t,1e3)};s.restored?.connect(n),n()}function zi(s,t){let e=s.context?.model?.cells;for(let n of t.
querySelectorAll(".jp-Cell .jp-OutputArea-output.jupyter-widgets")){if(!n.textContent.startsWith(Ii))continue;
let r=n.closest("[data-windowed-list-index]"),o=r&&e?.get(Number(r.dataset.windowedListIndex))?.outputs;for(let i=0;i<
(o?.length??0);i++){let a=o.get(i).toJSON();s.has_model(a.data?.[Li]?.model_id)&&o.set(i,a)}}}async function Fi(s){
let{context:t}=s;if(!t?.model?.dirty)return;let e={type:"notebook",format:"json",content:!0},n=await t._manager?.
contents?.get(t.path,e).catch(()=>null);if(!n?.content||!s.context?.model)return;let r=t.model.toJSON(),o={[Ei]:s.
get_state_sync({drop_defaults:!0})},i={...r,metadata:{...r.metadata,widgets:o}};Ys(i)===Ys(n.content)&&(t.model.
dirty=!1)}function Ys(s){return JSON.stringify(s,(e,n)=>{if(e!=="trusted")return Object.prototype.toString.call(
n)!=="[object Object]"?n:Object.fromEntries(Object.entries(n).sort(([r],[o])=>r<o?-1:1))})}function Ci(s,t,e){
let n=new Set,r=[JSON.stringify(t)];for(let a of r)for(let[,l]of a.matchAll(_i))!(l in s)||n.has(l)||(n.add(l),
r.push(JSON.stringify(s[l].state)));let o=a=>String(s[a].state._anywidget_id).startsWith(Oi),i=([a])=>n.has(a)||
!(e.has(a)||o(a));return Object.fromEntries(Object.entries(s).filter(i))}var tn=new Map;function Xs(s,t,e){let n=new Ut;n.take(s.datasets),n.take(s.own_data);let r=t?new Jt(n,e):null;
return r&&s.own_run.byteLength&&r.takeKept(s.own_run),{datasets:n,own:r}}function Zs({model:s}){let{key:t,has_own_steps:e}=s.
get("options"),n={datasets:s.get("_datasets"),own_data:s.get("_own_data"),own_run:s.get("_own_run")},r=Xs(n,e,
o=>s.send(o));return r.own&&s.on("msg:custom",r.own.hear.bind(r.own)),tn.set(t,r),Qs(s.widget_manager),()=>tn.
delete(t)}async function Vs({model:s,el:t}){let e=()=>Object.fromEntries(Ot.map(m=>[m,s.get(m)])),n={...s.get(
"options"),...s.get("view")},r=null,o=await Js(s,n.key,m=>r?.setKernel(!m)),i=tn.get(n.key),a=!1,l=m=>{a=!0;for(let[
d,w]of Object.entries(m))s.set(d,w);a=!1,o.ask(),o.isGone()||s.save_changes()},c="",h=new yt(n,e(),i,{onchoice:l,
onview:m=>{JSON.stringify(m)!==c&&l({view:JSON.parse(c=JSON.stringify(m))})}});r=h,c=JSON.stringify(h.view),n.
problem&&(h.layout.problem.textContent=n.problem);let u=0,f=()=>{a||(clearTimeout(u),u=window.setTimeout(()=>h.
adopt(e()),0))};for(let m of Ot)s.on(`change:${m}`,f);t.classList.add("emx-host"),t.append(h.element),h.surroundings.
resize(),h.setKernel(!o.isGone()),h.element.addEventListener("focusin",o.ask);let p=ji(s,i.datasets,h);return()=>{
o.stop(),p(),clearTimeout(u);for(let m of Ot)s.off(`change:${m}`,f);h.close()}}function ji(s,t,e){if(!t.isPart)
return()=>{};let n=Math.random().toString(36).slice(2),r=(o,i)=>{o?.request===n&&(t.take(i[0]),e.showing.forget())};
s.on("msg:custom",r);try{s.send({client:"",request:n,what:"data"})}catch{}return()=>s.off("msg:custom",r)}function Ri({
options:s,config:t,blocks:e},n){let r=Object.fromEntries(Object.entries(e).map(([a,l])=>[a,Jn(l)])),o=Xs(r,s.has_own_steps,
null),i=new yt(s,t,o);return n.append(i.element),i.surroundings.resize(),i.setKernel(!1),i}var Gh={initialize:Zs,render:Vs};export{Gh as default,Ri as open};
